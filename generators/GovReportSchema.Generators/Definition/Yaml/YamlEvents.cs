using GovReportSchema.Generators.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GovReportSchema.Generators.Definition.Yaml;

/// <summary>
/// Builds nodes from the events of YamlDotNet. The one file that touches the library: where two packages bring a
/// YamlDotNet.dll to a compilation one version serves both, and its majors are not binary compatible.
/// </summary>
internal sealed class YamlEvents
{
    public const int DeepestNesting = 32;

    private readonly string _text;
    private readonly Mistakes _mistakes;
    private readonly CancellationToken _cancellation;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private bool _hasAlias;

    public YamlEvents(string text, Mistakes mistakes, CancellationToken cancellation)
    {
        (_text, _mistakes, _cancellation) = (text, mistakes, cancellation);
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>The root of the only document; null where there is none or the text cannot be read.</summary>
    public DefinitionNode? ReadDocument()
    {
        try
        {
            Next();
            Next();
            if (_parser.Current is StreamEnd)
            {
                _mistakes.Report(DiagnosticDescriptors.Empty, TextRange.FileStart);
                return null;
            }

            Next();
            var root = ReadNode(1);
            if (root is not null)
            {
                Next();
                if (_parser.Current is DocumentStart second)
                {
                    _mistakes.Report(DiagnosticDescriptors.SeveralDocuments, RangeOf(second));
                }
            }

            // What an alias stands for was not read, so that all that is missing under it would be reported as well.
            return _hasAlias ? null : root;
        }
        catch (YamlException e)
        {
            var (at, said) = (RangeOf(e.Start, e.End), Shown.Line(e.Message));
            if (SyntaxCause.Find(_text, said, at) is { } cause)
            {
                (at, said) = (cause.At, $"{cause.What} (the YAML reader: {said.TrimEnd('.')})");
            }

            _mistakes.Report(DiagnosticDescriptors.Syntax, at, said);
            return null;
        }
    }

    private void Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            if (_parser.MoveNext() && _parser.Current is not null)
            {
                return;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw Senseless(e);
        }

        throw Senseless(null);
    }

    // On some broken texts the library trips over its own state, or ends in the middle, instead of saying what is wrong.
    private YamlException Senseless(Exception? cause) => new(
        _scanner.CurrentPosition, _scanner.CurrentPosition, "nothing sensible can be read here", cause);

    /// <summary>Reads the node that begins at the current event and moves past it; null where reading cannot go on.</summary>
    private DefinitionNode? ReadNode(int depth, bool isKey = false)
    {
        var start = _parser.Current!;
        if (depth > DeepestNesting)
        {
            _mistakes.Report(DiagnosticDescriptors.TooDeep, RangeOf(start), Invariant.Text(DeepestNesting));
            return null;
        }

        RefuseAnchorsAndTags(start);
        Next();
        return start switch
        {
            Scalar scalar => ReadScalar(scalar, isKey),
            MappingStart => ReadMapping(start, depth),
            SequenceStart => ReadSequence(start, depth),
            AnchorAlias => new ScalarNode("", RangeOf(start), content: null),
            _ => throw Senseless(null),
        };
    }

    /// <param name="isKey">Whether it is a name, which may be any text; a value of null is none.</param>
    private ScalarNode ReadScalar(Scalar scalar, bool isKey)
    {
        var range = RangeOf(scalar);
        if (!isKey && scalar is { Style: ScalarStyle.Plain, Value: "null" or "~" })
        {
            return new ScalarNode("", range, content: null);
        }

        var open = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var isVerbatim = range.StartLine == range.EndLine
            && string.CompareOrdinal(_text, range.Start + open, scalar.Value, 0, scalar.Value.Length) == 0;
        return new ScalarNode(scalar.Value, range, isVerbatim ? range.Part(open, scalar.Value.Length) : null);
    }

    private MappingNode? ReadMapping(ParsingEvent start, int depth)
    {
        var entries = new List<MappingEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1, isKey: true) is not { } key || ReadNode(depth + 1) is not { } value)
            {
                return null;
            }

            if (key is not ScalarNode name)
            {
                _mistakes.Report(DiagnosticDescriptors.UnsupportedYaml, key.Range, "A key that is a mapping or a list was", "a text");
            }
            else if (lines.TryGetValue(name.Value, out var line))
            {
                _mistakes.Report(DiagnosticDescriptors.DuplicateKey, name.Range, Shown.Text(name.Value), Invariant.Line(line));
            }
            else
            {
                lines.Add(name.Value, name.Range.StartLine);
                entries.Add(new MappingEntry(name, value, HasColonBetween(name.Range, value.Range)));
            }
        }

        Next();
        return new MappingNode(entries, RangeOf(start));
    }

    private bool HasColonBetween(TextRange key, TextRange value) => key.Start + key.Length is var end
        && (value.Length > 0 || _text.IndexOf(':', end, Math.Min(_text.Length - end, Math.Max(1, value.Start - end))) >= 0);

    private SequenceNode? ReadSequence(ParsingEvent start, int depth)
    {
        var items = new List<DefinitionNode>();
        while (_parser.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        Next();
        return new SequenceNode(items, RangeOf(start));
    }

    // Without aliases no text can unfold into more than it says, and each thing stands where a reader sees it.
    private void RefuseAnchorsAndTags(ParsingEvent start)
    {
        if (start is AnchorAlias alias)
        {
            _hasAlias = true;
            _mistakes.Report(DiagnosticDescriptors.UnsupportedYaml, RangeOf(alias),
                $"The alias '*{Shown.Text(alias.Value.Value)}' was", "out what it stands for");
        }
        else if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _mistakes.Report(DiagnosticDescriptors.UnsupportedYaml, RangeOf(anchored),
                $"The anchor '&{Shown.Text(anchored.Anchor.Value)}' was", "each value where it belongs");
        }
        else if (start is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            _mistakes.Report(DiagnosticDescriptors.UnsupportedYaml, RangeOf(tagged),
                $"The tag '{Shown.Text(tagged.Tag.IsNonSpecific ? "!" : tagged.Tag.Value)}' was", "the value alone");
        }
    }

    private TextRange RangeOf(ParsingEvent read) => RangeOf(read.Start, read.End);

    private TextRange RangeOf(Mark start, Mark end)
    {
        var from = Clamp(start.Index, 0, _text.Length);
        var (startLine, startColumn) = (Clamp(start.Line - 1, 0, _text.Length), Clamp(start.Column - 1, 0, _text.Length));
        var (endLine, endColumn) = (Clamp(end.Line - 1, startLine, _text.Length), Clamp(end.Column - 1, 0, _text.Length));
        return new TextRange(
            from,
            Clamp(end.Index, from, _text.Length) - from,
            startLine,
            startColumn,
            endLine,
            endLine == startLine ? Math.Max(startColumn, endColumn) : endColumn);
    }

    private static int Clamp(long value, long smallest, long largest) => (int)Math.Max(smallest, Math.Min(largest, value));
}
