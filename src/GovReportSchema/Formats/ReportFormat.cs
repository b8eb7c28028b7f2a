using System.Diagnostics.CodeAnalysis;
using GovReportSchema.Checking;
using GovReportSchema.Json;
using GovReportSchema.Locating;

namespace GovReportSchema;

/// <summary>
/// The descriptor of a report format: the name, label, kind and place of each cell, and the rules over them. Reading, checking,
/// writing and everything else is done by engines that know no format but through this.
/// </summary>
/// <remarks>Immutable, safe for use by many threads. Generated classes hand out theirs as <c>Descriptor</c>.</remarks>
public sealed class ReportFormat
{
    private readonly Func<Report> _create;
    private LocatePlan? _locatePlan;

    /// <summary>Describes a format. Called by generated code.</summary>
    /// <param name="id">The value of the <c>format</c> member.</param>
    /// <param name="title">The report's title.</param>
    /// <param name="source">The document that lays the format down.</param>
    /// <param name="years">The report years for which it is in force.</param>
    /// <param name="header">The texts of the header, <c>agency</c> first.</param>
    /// <param name="yearLabel">The label of <c>year</c>.</param>
    /// <param name="sections">Narratives and tables, in order.</param>
    /// <param name="rules">The rules, in order.</param>
    /// <param name="create">Makes an empty report of this format.</param>
    public ReportFormat(
        string id,
        Label title,
        LegalSource source,
        YearRange years,
        IReadOnlyList<HeaderText> header,
        Label yearLabel,
        IReadOnlyList<Section> sections,
        IReadOnlyList<Rule> rules,
        Func<Report> create)
    {
        (Id, Title, Source, Years, Header, YearLabel, Sections, Rules) =
            (id, title, source, years, header, yearLabel, sections, rules);
        _create = create;
        Shape = new JsonShape(this);
        Plan = new CheckPlan(this);
    }

    /// <summary>The value of the <c>format</c> member.</summary>
    public string Id { get; }

    /// <summary>The ids of the formats that this one extends, the nearest first; mostly none.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>The report's title.</summary>
    public Label Title { get; }

    /// <summary>The document that lays the format down.</summary>
    public LegalSource Source { get; }

    /// <summary>The report years for which it is in force.</summary>
    public YearRange Years { get; }

    /// <summary>The texts of the header, <c>agency</c> first.</summary>
    public IReadOnlyList<HeaderText> Header { get; }

    /// <summary>The label of <c>year</c>, the year reported on.</summary>
    public Label YearLabel { get; }

    /// <summary>Narratives and tables, in order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The cells, in document order: sections, blocks, rows, columns; then those of the header (dates and choices).</summary>
    public IReadOnlyList<Cell> Cells => Shape.Cells;

    internal JsonShape Shape { get; }

    internal CheckPlan Plan { get; }

    internal LayoutCache Layouts { get; } = new();

    /// <summary>Made when first asked for: most programs only check. Two threads may both make it; both are the same.</summary>
    internal LocatePlan LocatePlan => _locatePlan ??= new LocatePlan(this);

    /// <summary>Finds a cell by its JSON Pointer.</summary>
    /// <param name="path">Such as <c>/applications/received/total</c>.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetCell(string path, [NotNullWhen(true)] out Cell? cell) => Shape.TryGetCell(path, out cell);

    /// <summary>Makes an empty report: every cell blank.</summary>
    public Report CreateReport() => _create();

    /// <summary>The format's id.</summary>
    public override string ToString() => Id;
}
