namespace GovReportSchema.Cli.Printing;

/// <summary>Writes each document for a reader: a heading, and a line for each finding in the form that editors can jump by.</summary>
internal sealed class PlainPrinter(LineBuffer output, Language language) : IReportPrinter
{
    private readonly bool _english = language == Language.English;

    public void Print(CheckedSubmission submission)
    {
        var report = submission.Report;
        string[] heading = report is null
            ? [_english ? "format unknown" : "格式不明"]
            : [report.Format.Id, report.Agency ?? "—", report.Year is { } year ? FormattableString.Invariant($"{year}") : "—"];
        var verdict = (submission.IsValid, _english) switch
        {
            (true, true) => "valid",
            (false, true) => "invalid",
            (true, false) => "通过",
            (false, false) => "不通过",
        };
        var counts = Counts(submission.Errors, submission.Warnings);
        WriteLine($"{submission.Source}: {string.Join(" · ", heading)} · {verdict}{(_english ? $" ({counts})" : $"（{counts}）")}");
        foreach (var finding in submission.Findings)
        {
            WriteLine(FormattableString.Invariant(
                $"{submission.Source}:{finding.Line}:{finding.Column}: {Word(finding.Severity, language)} {finding.RuleId}: {finding.GetMessage(language)}"));
        }

        var repairs = submission.Repairs.GetMessage(language);
        if (repairs.Length > 0)
        {
            WriteLine($"{submission.Source}: {repairs}");
        }
    }

    public void PrintSummary(Tally tally)
    {
        if (tally.Documents < 2)
        {
            return;
        }

        var valid = tally.Documents - tally.Invalid;
        WriteLine(FormattableString.Invariant(_english
            ? $"{tally.Documents} reports: {valid} valid, {tally.Invalid} invalid; {Counts(tally.Errors, tally.Warnings)}"
            : (FormattableString)$"共 {tally.Documents} 份报告：通过 {valid} 份，不通过 {tally.Invalid} 份；{Counts(tally.Errors, tally.Warnings)}"));
    }

    /// <summary>A severity as a reader is told it.</summary>
    public static string Word(Severity severity, Language language) => (severity, language == Language.English) switch
    {
        (Severity.Error, true) => "error",
        (Severity.Warning, true) => "warning",
        (_, true) => "info",
        (Severity.Error, false) => "错误",
        (Severity.Warning, false) => "警告",
        (_, false) => "提示",
    };

    private string Counts(long errors, long warnings) => FormattableString.Invariant(_english
        ? (FormattableString)$"{errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}"
        : $"{errors} 个错误，{warnings} 个警告");

    private void WriteLine(string line) => output.WriteLine(OneLine.Of(line));
}
