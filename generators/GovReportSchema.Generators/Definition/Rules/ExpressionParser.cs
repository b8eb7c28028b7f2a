using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// Parses <c>holds</c>: two sums of <c>[number *] reference</c>, <c>sum(group)</c>, numbers and words in quotes, with <c>=</c>, <c>!=</c>,
/// <c>&lt;=</c> or <c>&gt;=</c> between. <c>when</c> is written alike. The first mistake of an expression is reported; what follows it would be a guess.
/// </summary>
internal sealed class ExpressionParser
{
    private const string Previous = "previous.";

    private readonly ScalarNode _source;
    private readonly ExpressionLexer _lexer;
    private readonly Mistakes _mistakes;
    private readonly List<ExpressionTerm> _terms = [];
    private readonly List<ExpressionLiteral> _literals = [];
    private ExactNumber _constant = ExactNumber.Zero;
    private ExpressionToken _token;

    private ExpressionParser(ScalarNode source, Mistakes mistakes)
    {
        (_source, _lexer, _mistakes) = (source, new ExpressionLexer(source.Value), mistakes);
        _token = _lexer.Next();
    }

    /// <summary>Null, and a mistake, where the text is no expression.</summary>
    public static Expression? Parse(ScalarNode source, Mistakes mistakes) => new ExpressionParser(source, mistakes).ParseRule();

    /// <summary>Parses <c>at</c>: one reference.</summary>
    public static Reference? ParseReference(ScalarNode source, Mistakes mistakes)
    {
        var parser = new ExpressionParser(source, mistakes);
        var reference = parser._token.Kind == TokenKind.Name
            ? parser.ParseOperand()
            : parser.Fail<Reference>("a reference such as 'results.total'");
        return reference is null || parser._token.Kind == TokenKind.End
            ? reference
            : parser.Fail<Reference>("nothing after the reference");
    }

    private Expression? ParseRule()
    {
        if (!ParseSide(isLeft: true))
        {
            return null;
        }

        RuleRelation? relation = _token.Kind != TokenKind.Relation ? null : _token.Text switch
        {
            "=" => RuleRelation.Equal,
            "!=" => RuleRelation.NotEqual,
            "<=" => RuleRelation.AtMost,
            ">=" => RuleRelation.AtLeast,
            _ => null,
        };
        if (relation is null)
        {
            return Fail<Expression>("'+', '-' or one of '=', '!=', '<=' and '>='");
        }

        Advance();
        return !ParseSide(isLeft: false) ? null
            : _token.Kind != TokenKind.End ? Fail<Expression>("'+', '-' or the end, since a rule has one comparison")
            : new Expression(_terms, _constant, _literals, relation.Value, _source.Range);
    }

    private bool ParseSide(bool isLeft)
    {
        var sign = TakeSign() ?? 1;
        while (ParseTerm(isLeft, isLeft ? sign : -sign))
        {
            if (TakeSign() is not { } next)
            {
                return true;
            }

            sign = next;
        }

        return false;
    }

    private int? TakeSign()
    {
        if (_token.Kind != TokenKind.Operator || _token.Text is not ("+" or "-"))
        {
            return null;
        }

        var sign = _token.Text == "+" ? 1 : -1;
        Advance();
        return sign;
    }

    private bool ParseTerm(bool isLeft, int sign)
    {
        var coefficient = ExactNumber.One;
        if (_token.Kind == TokenKind.Number)
        {
            if (ExactNumber.Parse(_token.Text) is not { } number)
            {
                return Fail<object>($"a number of at most {Invariant.Text(ExactNumber.MostDigits)} digits, such as '0.05'") is not null;
            }

            coefficient = number;
            Advance();
            if (_token is not { Kind: TokenKind.Operator, Text: "*" })
            {
                _constant += sign < 0 ? -number : number;
                return true;
            }

            Advance();
        }

        if (_token.Kind == TokenKind.Literal)
        {
            // The quotes are part of what a message points at.
            var at = _source.Part(_token.Offset, _token.Text.Length + 2);
            _literals.Add(new ExpressionLiteral(sign < 0 ? -coefficient : coefficient, _token.Text, at));
            Advance();
            return true;
        }

        if (_token.Kind != TokenKind.Name)
        {
            return Fail<object>("a reference such as 'results.total', 'sum(results)' or a number") is not null;
        }

        if (ParseOperand() is not { } reference)
        {
            return false;
        }

        if (_token is { Kind: TokenKind.Operator, Text: "*" })
        {
            return Fail<object>($"a number before the reference, as in '2 * {Shown.Text(reference.Path)}'") is not null;
        }

        _terms.Add(new ExpressionTerm(sign < 0 ? -coefficient : coefficient, reference, isLeft));
        return true;
    }

    private Reference? ParseOperand()
    {
        var isPrevious = TakePrevious();
        var isSum = false;
        var start = _token;
        if (_token.Text == "sum" && _lexer.NextIs('('))
        {
            isSum = true;
            Advance();
            Advance();
            isPrevious |= TakePrevious();
        }

        if (_token.Kind != TokenKind.Name || !IsPath(_token.Text))
        {
            return Fail<Reference>("members joined by single dots, such as 'results.total'");
        }

        var reference = new Reference(_token.Text, isPrevious, isSum, _source.Part(_token.Offset, _token.Text.Length));
        Advance();
        if (isSum && _token is not { Kind: TokenKind.Operator, Text: ")" })
        {
            return Fail<Reference>($"')' after 'sum({Shown.Text(reference.Path)}'");
        }

        if (isSum)
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

    private void Advance() => _token = _lexer.Next();

    private T? Fail<T>(string expected)
        where T : class
    {
        var found = _token.Kind == TokenKind.End ? "the expression ends" : $"'{Shown.Text(_token.Text)}' found";
        _mistakes.Report(
            DiagnosticDescriptors.ExpressionSyntax, _source.Part(_token.Offset, _token.Text.Length),
            found, _token.Meant is null ? expected : $"'{_token.Meant}' for it");
        return null;
    }
}
