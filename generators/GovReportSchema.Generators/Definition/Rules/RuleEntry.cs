using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>What a definition says of a rule, its expression parsed and not yet looked up.</summary>
/// <param name="Id">Section and rule, as in findings.</param>
/// <param name="Each">The axis over which the rule repeats; null where it is a single check.</param>
/// <param name="HasHolds">Whether it states an expression, if only a wrong one.</param>
/// <param name="When">Where it is checked; null where everywhere.</param>
/// <param name="Holds">Null where there is none.</param>
/// <param name="IsSound">Whether the entry could be read; else its references can be looked up, and no more.</param>
/// <param name="IsPlaced">Whether it is known what its references name: rows, columns or cells.</param>
internal sealed record RuleEntry(
    string Id,
    TextRange At,
    LabelModel Message,
    RuleSeverity Severity,
    string? Source,
    ExactNumber Tolerance,
    AxisKind? Each,
    bool HasHolds,
    Expression? Holds,
    Expression? When,
    Reference? Subject,
    bool IsSound = true,
    bool IsPlaced = true)
{
    /// <summary>All that it names.</summary>
    public IReadOnlyList<Reference> References =>
        [.. Holds?.References ?? [], .. When?.References ?? [], .. Subject is null ? (Reference[])[] : [Subject]];
}

/// <summary>Reads one entry of <c>rules</c>.</summary>
internal static class RuleEntryReader
{
    private static readonly LabelModel TotalMessage = new("总计应等于各项之和", "the total should equal the sum of its parts");

    private static readonly LabelModel OfWhichMessage = new("其中项不应大于其所属的项目", "a part should not exceed what it is part of");

    /// <summary>The rule of a total that has no entry of its own.</summary>
    public static RuleEntry ForTotal(string id, TextRange at) => Drawn(id, at, TotalMessage);

    /// <summary>The rule of a part that has no entry of its own.</summary>
    public static RuleEntry ForOfWhich(string id, TextRange at) => Drawn(id, at, OfWhichMessage);

    private static RuleEntry Drawn(string id, TextRange at, LabelModel message) => new(
        id, at, message, RuleSeverity.Error, null, ExactNumber.Zero, null, HasHolds: false, null, null, null);

    /// <param name="isOfWhich">Whether the rule is drawn from parts, which have a message of their own.</param>
    public static RuleEntry? Read(MappingEntry entry, string id, bool isOfWhich, Mistakes mistakes)
    {
        MemberNames.CheckSpelling(entry.Key, mistakes);
        if (KeyedReader.Open(
            entry, $"the rule '{Shown.Text(entry.Key.Value)}'", "{ each: column, holds: a = b + c, message: { zh: …, en: … } }", mistakes) is not { } reader)
        {
            return null;
        }

        reader.Refuse(DefinitionKeys.Rule);
        var hasHolds = reader.Has("holds") || reader.IsMisspelt("holds");
        if (!hasHolds)
        {
            RefuseWithoutHolds(reader);
        }

        var each = reader.Choice<AxisKind?>("each", null, ("row", AxisKind.Row), ("column", AxisKind.Column));
        var holds = reader.Text("holds") is { } text ? ExpressionParser.Parse(text, mistakes) : null;
        var subject = hasHolds && reader.Text("at") is { } at ? ExpressionParser.ParseReference(at, mistakes) : null;
        var when = hasHolds && reader.Text("when") is { } condition ? ExpressionParser.Parse(condition, mistakes) : null;
        var isPlaced = reader.Has("each") == each is not null;
        var isSound = isPlaced && reader.Has("at") == subject is not null && holds is not { IsSound: false }
            && when is not { IsSound: false } && (!hasHolds || reader.Has("when") == when is not null);
        return new RuleEntry(
            id,
            entry.Key.Range,
            reader.Label("message", isRequired: hasHolds) ?? (isOfWhich ? OfWhichMessage : TotalMessage),
            reader.Choice(
                "severity", RuleSeverity.Error,
                ("error", RuleSeverity.Error), ("warning", RuleSeverity.Warning), ("info", RuleSeverity.Info)),
            reader.Text("source")?.Value,
            ReadTolerance(reader),
            each,
            hasHolds,
            holds,
            when,
            subject,
            isSound,
            isPlaced);
    }

    private static void RefuseWithoutHolds(KeyedReader reader)
    {
        foreach (var key in (string[])["each", "at", "when"])
        {
            if (reader.Find(key) is { } entry)
            {
                reader.Mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, entry.Key.Range,
                    key, $"{reader.What}, which has no 'holds'", "a sum drawn from a tree says where it holds");
            }
        }
    }

    private static ExactNumber ReadTolerance(KeyedReader reader)
    {
        if (reader.Text("tolerance") is not { } text)
        {
            return ExactNumber.Zero;
        }

        if (ExactNumber.Parse(text.Value) is { } tolerance && tolerance.Digits.Sign >= 0)
        {
            return tolerance;
        }

        reader.Mistakes.Report(DiagnosticDescriptors.Tolerance, text.Range, Shown.Text(text.Value));
        return ExactNumber.Zero;
    }
}
