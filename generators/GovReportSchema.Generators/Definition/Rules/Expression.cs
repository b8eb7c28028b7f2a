using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>A linear comparison as written; the right side's terms and numbers have their sign turned.</summary>
/// <param name="IsSound">Whether all of it could be read; else it is good for nothing but looking its references up.</param>
internal sealed record Expression(
    IReadOnlyList<ExpressionTerm> Terms,
    ExactNumber Constant,
    IReadOnlyList<ExpressionLiteral> Literals,
    RuleRelation Relation,
    TextRange At,
    bool IsSound)
{
    public IEnumerable<Reference> References => Terms.Select(term => term.Reference);
}

internal sealed record ExpressionTerm(ExactNumber Coefficient, Reference Reference, bool IsLeft);

/// <summary>A choice or a day, in quotes: what it is worth depends on the cells beside it.</summary>
internal sealed record ExpressionLiteral(ExactNumber Coefficient, string Text, TextRange At);

/// <param name="Path">Members joined by dots, without <c>previous.</c>.</param>
/// <param name="IsSum">Written <c>sum(path)</c>.</param>
internal sealed record Reference(string Path, bool IsPrevious, bool IsSum, TextRange At);
