using System.Buffers;
using GovReportSchema.Checking;
using GovReportSchema.Json;
using GovReportSchema.Locating;

namespace GovReportSchema;

/// <summary>
/// A report: one flat run of cells, with a header and a few texts. The classes that a definition generates derive from it and
/// give the cells their names.
/// </summary>
/// <remarks>Like any collection of its kind, a report is not safe for use by several threads while one of them changes it.</remarks>
public abstract partial class Report : IEquatable<Report>
{
    /// <summary>Stands in the run of cells for a blank: no number, and in no sum a zero.</summary>
    internal const long Blank = long.MinValue;

    /// <summary>Stands for a cell that a submission did not give, or gave as something that no cell holds.</summary>
    internal const long Unread = long.MinValue + 1;

    /// <summary>The cells, the year, the slots of the texts, and the texts as read: one array, one allocation.</summary>
    private long[] _data;

    /// <summary>Null where entries came or went since it was last asked for.</summary>
    private ReportFormat? _format;

    /// <summary>Makes an empty report: every cell and text blank.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="textBytes">For how many bytes of text to leave room.</param>
    protected Report(ReportFormat format, int textBytes = 0)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (format.Family is null)
        {
            _format = format;
            CellCount = format.Shape.Types.Length;
        }
        else
        {
            _entries = new ReportEntriesState(format.Family.Empty);
            CellCount = _entries.Layout.CellCount;
        }

        _data = new long[CellCount + 1 + TextCount + ((textBytes + 7) / 8)];
        Fill(Blank, BlankText);
    }

    /// <summary>The report's format; where rows of it repeat, that of reports with as many entries as this one.</summary>
    public ReportFormat Format => _format ??= _entries!.Layout.Family.Format(_entries.Layout);

    /// <summary>The body that reports (机关名称); null where blank.</summary>
    public string? Agency
    {
        get => GetText(0);
        set => SetText(0, value);
    }

    /// <summary>The year reported on (年度); null where blank.</summary>
    public int? Year
    {
        get => YearValue > Unread ? (int)YearValue : null;
        set => YearValue = value ?? Blank;
    }

    internal int CellCount { get; private set; }

    internal Span<long> Values => _data.AsSpan(0, CellCount);

    internal long YearValue
    {
        get => _data[CellCount];
        set => _data[CellCount] = value;
    }

    /// <summary>Reads a cell that holds a number; for those that hold something else see <see cref="GetCellText"/>.</summary>
    /// <param name="cell">The cell, by its <see cref="Cell.Index"/>.</param>
    /// <returns>The value in the cell's unit; null where the cell is blank or holds no number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public decimal? GetValue(int cell) => TypeOf(cell) is { IsNumber: true } type ? Scaled.ToDecimal(Values[cell], type.Scale) : null;

    /// <summary>Fills a cell that holds a number, or empties a cell of any kind.</summary>
    /// <param name="cell">The cell, by its <see cref="Cell.Index"/>.</param>
    /// <param name="value">The value in the cell's unit; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell, or it cannot hold the value exactly.</exception>
    /// <exception cref="ArgumentException">The cell holds no number; see <see cref="SetCellText"/>.</exception>
    public void SetValue(int cell, decimal? value)
    {
        var type = TypeOf(cell);
        if (value is not { } number)
        {
            SetBlankCell(cell);
            return;
        }

        Values[cell] = type.IsNumber ? Scaled.FromDecimal(number, type)
            : throw new ArgumentException($"The cell {Format.Cells[cell]} holds no number.", nameof(value));
    }

    /// <summary>Sets every total that the definition draws from a tree to the sum of its parts.</summary>
    /// <param name="blanks">How a blank part counts: as unknown, which leaves the total as it is, or as zero.</param>
    /// <returns>How many totals were left as they were: a part of theirs is blank, or the sum is more than the cell holds.</returns>
    public int FillTotals(Blanks blanks = Blanks.Unknown) => TotalFiller.Fill(this, blanks);

    /// <summary>Checks the bounds, the blanks and every rule.</summary>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The findings, in document order; none where the report is in order.</returns>
    public IReadOnlyList<Finding> Validate(CheckOptions? options = null)
    {
        var findings = new FindingList();
        Checker.Check(this, options ?? CheckOptions.Default, ref findings, new CheckScope([], complete: true));
        if (!findings.IsEmpty)
        {
            findings.NameEntries(this);
        }

        return findings.InFormatOrder();
    }

    /// <summary>Finds which cells are wrong and what they should be, or what its blanks must be, from the rules alone.</summary>
    /// <remarks>
    /// Where a rule whose violation is an error is violated: the smallest sets of changes after which every such rule holds. Where
    /// none is: the blanks that the rules leave one number, as one repair. Nothing is applied; see <see cref="Apply"/>.
    /// </remarks>
    /// <param name="options">How blanks count; and last year's report, which decides between repairs that are else as likely.</param>
    /// <returns>The repairs, the likeliest first.</returns>
    public RepairList Locate(CheckOptions? options = null)
    {
        var repairs = Locator.Locate(this, options ?? CheckOptions.Default);
        repairs.NameEntries(EntryNames());
        return repairs;
    }

    /// <summary>Makes the changes of a repair.</summary>
    /// <param name="repair">A repair of this report.</param>
    /// <exception cref="ArgumentException">It is of another format, or a cell no longer holds what it held when the repair was found.</exception>
    public void Apply(Repair repair)
    {
        ArgumentNullException.ThrowIfNull(repair);
        if (!repair.Format.HasSameCells(Format))
        {
            throw new ArgumentException($"The repair is of the format {repair.Format.Id}, the report of {Format.Id}.", nameof(repair));
        }

        foreach (var change in repair.Changes)
        {
            if (Math.Max(Values[change.Cell.Index], Unread) != Math.Max(change.Units.From, Unread))
            {
                throw new ArgumentException($"The report was changed since the repair was found: {change.Path}.", nameof(repair));
            }
        }

        foreach (var change in repair.Changes)
        {
            Values[change.Cell.Index] = change.Units.To;
        }
    }

    /// <summary>Writes the report as a submission in JSON.</summary>
    /// <param name="indented">Whether to put each member on a line of its own.</param>
    /// <returns>UTF-8 without a byte order mark; blanks as null, members in the format's order.</returns>
    public byte[] ToJsonUtf8(bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        WriteTo(buffer, indented);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the report as a submission in JSON.</summary>
    /// <param name="output">Takes the UTF-8.</param>
    /// <param name="indented">Whether to put each member on a line of its own.</param>
    public void WriteTo(IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        SubmissionWriter.Write(this, output, indented);
    }

    /// <summary>Whether the other report is of the same format and has the same header, texts and cells.</summary>
    /// <param name="other">The other report.</param>
    public bool Equals(Report? other) =>
        other is not null
        && HasSameCells(other)
        && Year == other.Year
        && TextsEqual(other)
        && CellsEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Report);

    /// <summary>A hash of the header and cells as they stand.</summary>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Format.Id);
        hash.Add(Agency);
        hash.Add(Year);
        foreach (var value in Values)
        {
            hash.Add(Math.Max(value, Unread));
        }

        return hash.ToHashCode();
    }

    /// <summary>Format, agency, year, and how many cells are filled.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Format.Id} · {Agency ?? "?"} · {Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} ({CountFilled()} of {CellCount} cells filled)");

    /// <summary>What a submission did not give has been said; from here on it is blank like any other.</summary>
    internal void TakeUnreadAsBlank()
    {
        _data.AsSpan(0, CellCount + 1).Replace(Unread, Blank);
        TextSlots.Replace(UnreadText, BlankText);
    }

    private bool CellsEqual(Report other)
    {
        for (var i = 0; i < CellCount; i++)
        {
            // A cell that was not read is blank to whoever looks at it.
            if (Math.Max(Values[i], Unread) != Math.Max(other.Values[i], Unread))
            {
                return false;
            }
        }

        return true;
    }

    private int CountFilled()
    {
        var filled = 0;
        foreach (var value in Values)
        {
            filled += value > Unread ? 1 : 0;
        }

        return filled;
    }
}
