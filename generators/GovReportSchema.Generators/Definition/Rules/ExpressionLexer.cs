namespace GovReportSchema.Generators.Definition.Rules;

internal enum TokenKind
{
    End,
    Name,
    Number,
    Operator,
    Relation,

    /// <summary>What stands in quotes, without them.</summary>
    Literal,

    /// <summary>A character that begins nothing.</summary>
    Other,
}

/// <param name="Meant">What was probably meant by a token that the language has not, such as a full-width sign.</param>
internal readonly record struct ExpressionToken(TokenKind Kind, string Text, int Offset, string? Meant = null);

/// <summary>Cuts an expression into tokens.</summary>
internal sealed class ExpressionLexer(string text)
{
    /// <summary>Far above any path of a form, so that looking one up stays cheap.</summary>
    private const int LongestName = 500;

    /// <summary>Quotes as print and a Chinese input method have them.</summary>
    private const string OtherQuotes = "\"‘’“”＇";

    private int _next;

    public ExpressionToken Next()
    {
        SkipSpace();
        if (_next == text.Length)
        {
            return new ExpressionToken(TokenKind.End, "", text.Length);
        }

        var first = text[_next];
        return MemberNames.IsStart(first) ? ReadName()
            : first is >= '0' and <= '9' ? Take(TokenKind.Number, LengthOf(character => character is '.' or (>= '0' and <= '9')))
            : first is '=' or '<' or '>' or '!' ? ReadRelation()
            : first is '\'' ? ReadLiteral()
            : first is '+' or '-' or '*' or '(' or ')' ? Take(TokenKind.Operator, 1)
            : OtherQuotes.IndexOf(first) >= 0 ? ReadOtherQuotes()
            : Take(TokenKind.Other, char.IsHighSurrogate(first) && _next + 1 < text.Length ? 2 : 1, Meant(first));
    }

    /// <summary>Whether a bracket opens next, or what was meant for one.</summary>
    public bool NextIsBracket()
    {
        SkipSpace();
        return _next < text.Length && text[_next] is '(' or '（';
    }

    /// <summary>Whether a name comes next.</summary>
    public bool NextIsName()
    {
        SkipSpace();
        return _next < text.Length && MemberNames.IsStart(text[_next]);
    }

    /// <summary>The kind of the token that was meant by one that the language has not.</summary>
    public static TokenKind KindOf(string meant) => meant[0] switch
    {
        '=' or '!' or '<' or '>' => TokenKind.Relation,
        '\'' => TokenKind.Literal,
        '.' => TokenKind.Other,
        _ => TokenKind.Operator,
    };

    private ExpressionToken ReadName()
    {
        var length = LengthOf(character => character == '.' || MemberNames.IsPart(character));
        return length <= LongestName ? Take(TokenKind.Name, length) : Take(TokenKind.Other, length);
    }

    private ExpressionToken ReadLiteral()
    {
        var end = text.IndexOf('\'', _next + 1);
        if (end < 0)
        {
            return Take(TokenKind.Other, text.Length - _next, text.Substring(_next) + "'");
        }

        var token = Take(TokenKind.Literal, end + 1 - _next);
        return token with { Text = token.Text.Substring(1, token.Text.Length - 2) };
    }

    /// <summary>Reads a word in other quotes, which are meant for those of the language, to its end.</summary>
    private ExpressionToken ReadOtherQuotes()
    {
        var end = text.IndexOfAny(OtherQuotes.ToCharArray(), _next + 1);
        var length = (end < 0 ? text.Length : end + 1) - _next;
        var word = text.Substring(_next + 1, length - (end < 0 ? 1 : 2));
        return Take(TokenKind.Other, length, $"'{word}'");
    }

    private ExpressionToken ReadRelation()
    {
        var length = LengthOf(character => character is '=' or '<' or '>' or '!');
        return text.Substring(_next, length) switch
        {
            "==" => Take(TokenKind.Other, length, "="),
            "<>" or "=!" => Take(TokenKind.Other, length, "!="),
            "<" or "=<" => Take(TokenKind.Other, length, "<="),
            ">" or "=>" => Take(TokenKind.Other, length, ">="),
            _ => Take(TokenKind.Relation, length),
        };
    }

    // Signs as a Chinese input method writes them, and as print has them.
    private static string? Meant(char character) => character switch
    {
        '＋' => "+",
        '－' or '−' or '–' or '—' => "-",
        '×' or '＊' or '·' => "*",
        '＝' => "=",
        '≠' => "!=",
        '≤' or '≦' or '＜' => "<=",
        '≥' or '≧' or '＞' => ">=",
        '（' => "(",
        '）' => ")",
        '．' or '。' => ".",
        _ => null,
    };

    private ExpressionToken Take(TokenKind kind, int length, string? meant = null)
    {
        var token = new ExpressionToken(kind, text.Substring(_next, length), _next, meant);
        _next += length;
        return token;
    }

    private int LengthOf(Func<char, bool> belongs)
    {
        var end = _next;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end - _next;
    }

    private void SkipSpace()
    {
        while (_next < text.Length && char.IsWhiteSpace(text[_next]))
        {
            _next++;
        }
    }
}
