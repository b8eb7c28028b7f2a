using System.Globalization;
using System.Text;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes C# line by line, indented by its blocks; LF only, numbers invariant.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes an opening line and indents until the block is disposed, which writes the closing line.</summary>
    public Block Open(string opening, string closing)
    {
        Line(opening);
        _depth++;
        return new Block(this, closing);
    }

    /// <summary>Writes a line and a block in braces under it.</summary>
    public Block Braces(string line)
    {
        Line(line);
        return Open("{", "}");
    }

    /// <summary>Writes a doc comment of one line.</summary>
    public void Summary(string text) => Line($"/// <summary>{Xml(text)}</summary>");

    /// <summary>Writes the remarks of a doc comment.</summary>
    public void Remarks(string text) => Line($"/// <remarks>{Xml(text)}</remarks>");

    public override string ToString() => _text.ToString();

    /// <summary>A text as a C# literal, Chinese as it is.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"': literal.Append("\\\""); break;
                case '\\': literal.Append("\\\\"); break;
                case '\n': literal.Append("\\n"); break;
                default:
                    // Control characters, and those that C# takes for the end of a line.
                    if (char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c))
                    {
                        literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        literal.Append(c);
                    }

                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as it may stand in a doc comment: on one line, without markup and what XML has no character for.</summary>
    private static string Xml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                escaped.Append(text, i++, 2);
                continue;
            }

            switch (text[i])
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case var c when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF':
                    escaped.Append(' ');
                    break;
                default: escaped.Append(text[i]); break;
            }
        }

        return escaped.ToString();
    }

    public readonly struct Block(CodeWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(closing);
        }
    }
}
