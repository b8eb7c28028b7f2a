using GovReportSchema.Locating;

namespace GovReportSchema;

/// <summary>
/// One explanation of what is wrong with a report: a smallest set of changes after which every rule holds. It is offered, never
/// applied by itself; see <see cref="Report.Apply"/>.
/// </summary>
public sealed class Repair
{
    private readonly List<Slip> _slips;

    internal Repair(ReportFormat format, List<Slip> slips, RepairChange[] changes)
    {
        (Format, _slips, Changes) = (format, slips, changes);
        foreach (var slip in slips)
        {
            Cost += slip.Cost;
        }
    }

    /// <summary>The changes, in document order.</summary>
    public IReadOnlyList<RepairChange> Changes { get; }

    /// <summary>What kind of slip it undoes; <see cref="SlipKind.Several"/> where there are several slips.</summary>
    public SlipKind Kind => _slips.Count == 1 ? _slips[0].Kind : SlipKind.Several;

    /// <summary>Its place by likelihood among the report's repairs, from 1; repairs that are as likely as each other share one.</summary>
    public int Rank { get; internal set; }

    /// <summary>Whether another repair is just as likely: the rules cannot tell them apart.</summary>
    public bool IsTied { get; internal set; }

    /// <summary>What most likely went wrong, in Chinese.</summary>
    public string Reason => GetReason(Language.Chinese);

    internal ReportFormat Format { get; }

    /// <summary>How unlikely its slips are together; see <see cref="SlipOdds"/>.</summary>
    internal int Cost { get; }

    /// <summary>What most likely went wrong, in words for the clerk who filled the form.</summary>
    /// <param name="language">The language of labels and words.</param>
    public string GetReason(Language language) => RepairWords.Reason(_slips, language);

    internal void NameEntries(EntryNames names)
    {
        foreach (var change in Changes.Concat(_slips.SelectMany(slip => slip.Changes)))
        {
            change.Names = names;
        }
    }

    /// <summary>Rank, kind and changes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Rank}. {Kind}: {string.Join(", ", Changes)}");
}
