using GovReportSchema.Cli.Submissions;

namespace GovReportSchema.Cli;

/// <summary>Last year's reports: one for every document, or one for each body and year.</summary>
internal sealed class PreviousReports
{
    private readonly Dictionary<(string Agency, int Year), Report> _reports = [];

    private PreviousReports(string file) => File = file;

    /// <summary>The file they come from, as given.</summary>
    public string File { get; }

    /// <summary>The one report of the file, which goes with every document; null where there are several.</summary>
    public Report? Only { get; private set; }

    /// <exception cref="CommandFailure">There is a document in the file that is no report of a known format.</exception>
    public static PreviousReports Read(string file)
    {
        var reports = new PreviousReports(file);
        var count = 0;
        using var stream = InputFile.Open(file);
        try
        {
            foreach (var (source, read, fault) in SubmissionFeed.OfFile(file, stream, ReadReport))
            {
                var report = fault is null ? read! : throw Unreadable(source, fault);
                reports.Only = ++count == 1 ? report : null;
                if (report is { Agency: { } agency, Year: { } year } && !reports._reports.TryAdd((agency, year), report))
                {
                    throw new CommandFailure(new(
                        FormattableString.Invariant($"上年报告“{source}”重复：{agency} {year} 年度的报告前面已有一份"),
                        FormattableString.Invariant($"last year's report '{source}' is given twice: there is one of {agency} for {year} before it")));
                }
            }
        }
        catch (IOException e)
        {
            throw InputFile.Unreadable(file, e);
        }

        return count > 0 ? reports : throw new CommandFailure(new(
            $"上年报告文件“{file}”没有内容", $"the file of last year's reports '{file}' is empty"));
    }

    /// <summary>Last year's report of the same body.</summary>
    /// <returns>Null where the file has none.</returns>
    public Report? Of(Report report) =>
        Only ?? (report is { Agency: { } agency, Year: { } year } ? _reports.GetValueOrDefault((agency, year - 1)) : null);

    private static (string Source, Report? Report, Finding? Fault) ReadReport(in Submission submission)
    {
        var result = submission.Read();

        // A report that breaks off would leave its rules undecided without a word of why.
        var fault = result.Findings.FirstOrDefault(finding => result.Report is null || finding.RuleId == "json.syntax");
        return (submission.Source, result.Report, fault);
    }

    private static CommandFailure Unreadable(string source, Finding fault) => new(new(
        FormattableString.Invariant($"无法读取上年报告“{source}”第 {fault.Line} 行第 {fault.Column} 列：{fault.GetMessage(Language.Chinese)}"),
        FormattableString.Invariant($"cannot read last year's report '{source}', line {fault.Line}, column {fault.Column}: {fault.GetMessage(Language.English)}")));
}
