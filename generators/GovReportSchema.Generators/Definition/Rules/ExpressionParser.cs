using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// Parses <c>holds</c>: two sums of <c>[number *] reference</c>, <c>sum(group)</c>, numbers and words in quotes, with <c>=</c>, <c>!=</c>,
/// <c>&lt;=</c> or <c>&gt;=</c> between. <c>when</c> is written alike. After a mistake it goes on at the next sign, and takes a wrong
/// sign for the one meant, so that one mistake hides no other.
/// </summary>
internal sealed class ExpressionParser : TokenReader
{
    private const string Previous = "previous.";
    private const string AfterLeft = "'+', '-' or one of '=', '!=', '<=' and '>='";
    private const string AfterRight = "'+', '-' or the end, since a rule has one comparison";
    private readonly ScalarNode _source;
    private readonly List<ExpressionTerm> _terms = [];
    private readonly List<ExpressionLiteral> _literals = [];
    private ExactNumber _constant = ExactNumber.Zero;
    private int _openBrackets;

    private ExpressionParser(ScalarNode source, Mistakes mistakes)
        : base(source, mistakes)
    {
        _source = source;
    }

    /// <summary>An expression of what could be read, and mistakes, where the text is none.</summary>
    public static Expression Parse(ScalarNode source, Mistakes mistakes) => new ExpressionParser(source, mistakes).ParseRule();

    /// <summary>Parses <c>at</c>: one reference. Null, and a mistake, where the text is none.</summary>
    public static Reference? ParseReference(ScalarNode source, Mistakes mistakes)
    {
        var parser = new ExpressionParser(source, mistakes);
        Reference? reference = null;
        if (parser.Token.Kind == TokenKind.Name)
        {
            reference = parser.ParseOperand();
        }
        else
        {
            parser.Fail("a reference such as 'results.total'");
        }

        if (parser.Token.Kind != TokenKind.End && !parser.HasMistake)
        {
            parser.Fail("nothing after the reference");
        }

        return parser.HasMistake ? null : reference;
    }

    private Expression ParseRule()
    {
        if (Token is { Kind: TokenKind.Name, Text: "if" or "when" } && Lexer.NextIsName())
        {
            FailToEnd("the comparison alone; under which condition it is checked is said by 'when', a key beside 'holds'");
        }

        ParseSide(isLeft: true);
        var relation = RuleRelation.Equal;
        if (Token.Kind == TokenKind.Relation)
        {
            relation = TakeRelation();
            ParseSide(isLeft: false);
        }
        else if (!HasMistake)
        {
            Fail(AfterLeft);
        }

        while (Token.Kind == TokenKind.Relation)
        {
            Fail(AfterRight);
            Advance();
            ParseSide(isLeft: false);
        }

        return new Expression(_terms, _constant, _literals, relation, _source.Range, IsSound: !HasMistake);
    }

    private RuleRelation TakeRelation()
    {
        RuleRelation? relation = Token.Text switch
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
            CloseBrackets();
            if (Token.Text is "and" or "or" or "&" or "|" or "且" or "或")
            {
                FailToEnd("nothing more, since a rule has one comparison; what else must hold is a rule of its own");
            }
            else if (!IsNext)
            {
                Fail(isLeft ? AfterLeft : AfterRight);
            }

            sign = TakeSign();
        }
    }

    // Brackets are taken for signs that are not there, so that what stands in them is looked up all the same.
    private void OpenBrackets()
    {
        for (; Token is { Kind: TokenKind.Operator, Text: "(" }; _openBrackets++)
        {
            Report("each term with a sign of its own, since there are no brackets but those of 'sum()'");
            Advance();
        }
    }

    private void CloseBrackets()
    {
        for (; _openBrackets > 0 && Token is { Kind: TokenKind.Operator, Text: ")" }; _openBrackets--)
        {
            Advance();
        }
    }

    private int? TakeSign()
    {
        if (!IsSign)
        {
            return null;
        }

        var sign = Token.Text == "+" ? 1 : -1;
        Advance();
        return sign;
    }

    private void ParseTerm(bool isLeft, int sign)
    {
        var coefficient = ExactNumber.One;
        OpenBrackets();
        if (HasMistake && Token.Kind == TokenKind.End)
        {
            return;
        }

        if (Token.Kind == TokenKind.Number)
        {
            if (ExactNumber.Parse(Token.Text) is not { } number)
            {
                Fail($"a number of at most {Invariant.Text(ExactNumber.MostDigits)} digits, such as '0.05'");
                return;
            }

            coefficient = number;
            Advance();
            if (Token.Text == "%")
            {
                Fail("a decimal number, such as '0.5' for 50%");
                return;
            }

            if (Token is not { Kind: TokenKind.Operator, Text: "*" })
            {
                _constant += sign < 0 ? -number : number;
                return;
            }

            Advance();
        }

        if (Token.Kind == TokenKind.Literal)
        {
            // The quotes are part of what a message points at.
            var at = _source.Part(Token.Offset, Token.Text.Length + 2);
            _literals.Add(new ExpressionLiteral(sign < 0 ? -coefficient : coefficient, Token.Text, at));
            Advance();
            return;
        }

        if (Token.Kind != TokenKind.Name)
        {
            Fail("a reference such as 'results.total', 'sum(results)' or a number");
            return;
        }

        if (ParseOperand() is not { } reference)
        {
            return;
        }

        if (Token.Text == "/")
        {
            Fail($"a decimal number before the reference, as in '0.5 * {Shown.Text(reference.Path)}', or '.' between the members of a path");
        }
        else
        {
            _terms.Add(new ExpressionTerm(sign < 0 ? -coefficient : coefficient, reference, isLeft));
            if (Token is { Kind: TokenKind.Operator, Text: "*" })
            {
                Fail($"a number before the reference, as in '2 * {Shown.Text(reference.Path)}'");
            }
        }
    }

    private Reference? ParseOperand()
    {
        var isPrevious = TakePrevious();
        var hasBracket = Token.Kind == TokenKind.Name && Lexer.NextIsBracket();
        var isSum = hasBracket;
        if (hasBracket)
        {
            isSum = Token.Text != "previous";
            isPrevious |= !isSum;
            if (Token.Text != "sum")
            {
                Report(isSum ? "'sum', which is the only word before a bracket" : "'previous.' before a path, as in 'previous.results.total'");
            }

            Advance();
            Advance();
            isPrevious |= TakePrevious();
        }

        if (Token.Kind != TokenKind.Name || !IsPath(Token.Text))
        {
            Fail("members joined by single dots, such as 'results.total'");
            return null;
        }

        var reference = new Reference(Token.Text, isPrevious, isSum, _source.Part(Token.Offset, Token.Text.Length));
        Advance();
        if (hasBracket && Token is not { Kind: TokenKind.Operator, Text: ")" })
        {
            Report($"')' after 'sum({Shown.Text(reference.Path)}'");
            while (Token is not ({ Text: ")" } or { Kind: TokenKind.Relation or TokenKind.End }))
            {
                Advance();
            }
        }

        if (hasBracket && Token.Text == ")")
        {
            Advance();
        }

        return reference;
    }

    // 'previous.' is one with the path in the text; what follows it is read as if it stood alone.
    private bool TakePrevious()
    {
        if (Token.Kind != TokenKind.Name || !Token.Text.StartsWith(Previous, StringComparison.Ordinal))
        {
            return false;
        }

        Token = Token with { Text = Token.Text.Substring(Previous.Length), Offset = Token.Offset + Previous.Length };
        return true;
    }

    private static bool IsPath(string text) =>
        text.Split('.').All(part => part.Length > 0 && MemberNames.IsStart(part[0]));
}
