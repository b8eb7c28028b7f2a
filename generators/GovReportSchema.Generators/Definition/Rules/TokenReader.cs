using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>Goes through the tokens of an expression. After a mistake it goes on, so that one mistake hides no other.</summary>
internal abstract class TokenReader
{
    private readonly ScalarNode _source;
    private readonly Mistakes _mistakes;
    private int _reported = -1;

    protected TokenReader(ScalarNode source, Mistakes mistakes)
    {
        (_source, _mistakes, Lexer) = (source, mistakes, new ExpressionLexer(source.Value));
        Advance();
    }

    protected ExpressionLexer Lexer { get; }

    protected ExpressionToken Token { get; set; }

    protected bool HasMistake { get; private set; }

    protected bool IsSign => Token is { Kind: TokenKind.Operator, Text: "+" or "-" };

    /// <summary>Whether the token is one that can follow a term.</summary>
    protected bool IsNext => IsSign || Token.Kind is TokenKind.Relation or TokenKind.End;

    /// <summary>Goes on to the next token; a wrong sign is reported and taken for the one meant.</summary>
    protected void Advance()
    {
        Token = Lexer.Next();
        if (Token.Meant is { } meant)
        {
            Report(Token.Text is "<" or ">" or "＜" or "＞" ? $"'{meant}' for it, with 1 more on the smaller side where the two may not be equal" : $"'{meant}' for it");
            var kind = ExpressionLexer.KindOf(meant);
            Token = Token with { Kind = kind, Text = kind == TokenKind.Literal ? meant.Trim('\'') : meant };
        }
    }

    /// <summary>Reports the token, and goes on to the next that can follow a term.</summary>
    protected void Fail(string expected)
    {
        Report(expected);
        while (!IsNext)
        {
            Advance();
        }
    }

    /// <summary>Reports the token for all that follows it.</summary>
    protected void FailToEnd(string expected)
    {
        Report(expected);
        while (Token.Kind != TokenKind.End)
        {
            Token = Lexer.Next();
        }
    }

    protected void Report(string expected)
    {
        // A sign that was taken for another has been reported, wherever it stands.
        if (_reported == Token.Offset)
        {
            return;
        }

        (HasMistake, _reported) = (true, Token.Offset);
        var found = Token.Kind == TokenKind.End ? "the expression ends" : $"'{Shown.Text(Token.Text)}' found";
        _mistakes.Report(DiagnosticDescriptors.ExpressionSyntax, _source.Part(Token.Offset, Token.Text.Length), found, expected);
    }
}
