using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// Parses <c>holds</c>: two sums of <c>[number *] reference</c>, <c>sum(group)</c>, numbers and words in quotes, with <c>=</c>, <c>!=</c>,
/// <c>&lt;=</c> or <c>&gt;=</c> between. <c>when</c> is written alike. After a mistake it goes on at the next sign, and takes a wrong
/// sign for the one meant, so that one mistake hides no other.
/// </summary>
internal sealed class ExpressionParser
{
    private const string Previous = "previous.";
    private const string AfterLeft = "'+', '-' or one of '=', '!=', '<=' and '>='";
    private const string AfterRight = "'+', '-' or the end, since a rule has one comparison";
    private readonly ScalarNode _source;
    private readonly ExpressionLexer _lexer;
    private readonly Mistakes _mistakes;
    private readonly List<ExpressionTerm> _terms = [];
    private readonly List<ExpressionLiteral> _literals = [];
    private ExactNumber _constant = ExactNumber.Zero;
    private ExpressionToken _token;
    private bool _hasMistake;
    private int _reported = -1;

    private ExpressionParser(ScalarNode source, Mistakes mistakes)
    {
        (_source, _lexer, _mistakes) = (source, new ExpressionLexer(source.Value), mistakes);
        Advance();
    }

    /// <summary>An expression of what could be read, and mistakes, where the text is none.</summary>
    public static Expression Parse(ScalarNode source, Mistakes mistakes) => new ExpressionParser(source, mistakes).ParseRule();

    /// <summary>Parses <c>at</c>: one reference. Null, and a mistake, where the text is none.</summary>
    public static Reference? ParseReference(ScalarNode source, Mistakes mistakes)
    {
        var parser = new ExpressionParser(source, mistakes);
        var reference = parser._token.Kind == TokenKind.Name
            ? parser.ParseOperand()
            : parser.Fail("a reference such as 'results.total'");
        if (parser._token.Kind != TokenKind.End && !parser._hasMistake)
        {
            parser.Fail("nothing after the reference");
        }

        return parser._hasMistake ? null : reference;
    }

    private Expression ParseRule()
    {
        ParseSide(isLeft: true);
        var relation = RuleRelation.Equal;
        if (_token.Kind == TokenKind.Relation)
        {
            relation = TakeRelation();
            ParseSide(isLeft: false);
        }
        else if (!_hasMistake)
        {
            Fail(AfterLeft);
        }

        while (_token.Kind == TokenKind.Relation)
        {
            Fail(AfterRight);
            Advance();
            ParseSide(isLeft: false);
        }

        return new Expression(_terms, _constant, _literals, relation, _source.Range, IsSound: !_hasMistake);
    }

    private RuleRelation TakeRelation()
    {
        RuleRelation? relation = _token.Text switch
        {
            "=" => RuleRelation.Equal,
            "!=" => RuleRelation.NotEqual,
            "<=" => RuleRelation.AtMost,
            ">=" => RuleRelation.AtLeast,
            _ => null,
        };
        if (relation is null)
        {
            Fail(AfterLeft);
        }

        Advance();
        return relation ?? RuleRelation.Equal;
    }

    /// <summary>Reads up to a comparison or the end.</summary>
    private void ParseSide(bool isLeft)
    {
        int? sign = TakeSign() ?? 1;
        while (sign is { } each)
        {
            ParseTerm(isLeft, isLeft ? each : -each);
            if (!IsNext)
            {
                Fail(isLeft ? AfterLeft : AfterRight);
            }

            sign = TakeSign();
        }
    }

    private int? TakeSign()
    {
        if (!IsSign)
        {
            return null;
        }

        var sign = _token.Text == "+" ? 1 : -1;
        Advance();
        return sign;
    }

    private void ParseTerm(bool isLeft, int sign)
    {
        var coefficient = ExactNumber.One;
        if (_token.Kind == TokenKind.Number)
        {
            if (ExactNumber.Parse(_token.Text) is not { } number)
            {
                Fail($"a number of at most {Invariant.Text(ExactNumber.MostDigits)} digits, such as '0.05'");
                return;
            }

            coefficient = number;
            Advance();
            if (_token is not { Kind: TokenKind.Operator, Text: "*" })
            {
                _constant += sign < 0 ? -number : number;
                return;
            }

            Advance();
        }

        if (_token.Kind == TokenKind.Literal)
        {
            // The quotes are part of what a message points at.
            var at = _source.Part(_token.Offset, _token.Text.Length + 2);
            _literals.Add(new ExpressionLiteral(sign < 0 ? -coefficient : coefficient, _token.Text, at));
            Advance();
            return;
        }

        if (_token.Kind != TokenKind.Name)
        {
            Fail("a reference such as 'results.total', 'sum(results)' or a number");
            return;
        }

        if (ParseOperand() is { } reference)
        {
            _terms.Add(new ExpressionTerm(sign < 0 ? -coefficient : coefficient, reference, isLeft));
            if (_token is { Kind: TokenKind.Operator, Text: "*" })
            {
                Fail($"a number before the reference, as in '2 * {Shown.Text(reference.Path)}'");
            }
        }
    }

    private Reference? ParseOperand()
    {
        var isPrevious = TakePrevious();
        var isSum = false;
        if (_token.Text == "sum" && _lexer.NextIsBracket())
        {
            isSum = true;
            Advance();
            Advance();
            isPrevious |= TakePrevious();
        }

        if (_token.Kind != TokenKind.Name || !IsPath(_token.Text))
        {
            return Fail("members joined by single dots, such as 'results.total'");
        }

        var reference = new Reference(_token.Text, isPrevious, isSum, _source.Part(_token.Offset, _token.Text.Length));
        Advance();
        if (isSum && _token is not { Kind: TokenKind.Operator, Text: ")" })
        {
            Report($"')' after 'sum({Shown.Text(reference.Path)}'");
            while (_token is not ({ Text: ")" } or { Kind: TokenKind.Relation or TokenKind.End }))
            {
                Advance();
            }
        }

        if (isSum && _token.Text == ")")
        {
            Advance();
        }

        return reference;
    }

    // 'previous.' is one with the path in the text; what follows it is read as if it stood alone.
    private bool TakePrevious()
    {
        if (_token.Kind != TokenKind.Name || !_token.Text.StartsWith(Previous, StringComparison.Ordinal))
        {
            return false;
        }

        _token = _token with { Text = _token.Text.Substring(Previous.Length), Offset = _token.Offset + Previous.Length };
        return true;
    }

    private static bool IsPath(string text) =>
        text.Split('.').All(part => part.Length > 0 && MemberNames.IsStart(part[0]));

    private bool IsSign => _token is { Kind: TokenKind.Operator, Text: "+" or "-" };

    /// <summary>Whether the token is one that can follow a term.</summary>
    private bool IsNext => IsSign || _token.Kind is TokenKind.Relation or TokenKind.End;

    private void Advance()
    {
        _token = _lexer.Next();
        if (_token.Meant is { } meant)
        {
            Report($"'{meant}' for it");
            var kind = ExpressionLexer.KindOf(meant);
            _token = _token with { Kind = kind, Text = kind == TokenKind.Literal ? meant.Trim('\'') : meant };
        }
    }

    /// <summary>Reports the token, and goes on to the next that can follow a term.</summary>
    private Reference? Fail(string expected)
    {
        Report(expected);
        while (!IsNext)
        {
            Advance();
        }

        return null;
    }

    private void Report(string expected)
    {
        // A sign that was taken for another has been reported, wherever it stands.
        if (_reported == _token.Offset)
        {
            return;
        }

        (_hasMistake, _reported) = (true, _token.Offset);
        var found = _token.Kind == TokenKind.End ? "the expression ends" : $"'{Shown.Text(_token.Text)}' found";
        _mistakes.Report(DiagnosticDescriptors.ExpressionSyntax, _source.Part(_token.Offset, _token.Text.Length), found, expected);
    }
}
