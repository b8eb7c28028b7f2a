using GovReportSchema.Cli.Printing;

namespace GovReportSchema.Cli;

/// <summary>Says on standard error, a sentence a line, what is no finding about a report.</summary>
internal sealed class Notices(StandardStreams streams, Language language)
{
    public void Say(Label sentence) => streams.Error.WriteLine("govreport: " + OneLine.Of(sentence.In(language)));
}
