namespace GovReportSchema.Cli;

/// <summary>Why a command could not do all that it was asked to: one sentence for standard error.</summary>
internal class CommandFailure(Label sentence) : Exception(sentence.En)
{
    public Label Sentence { get; } = sentence;
}

/// <summary>Why one file could not be read; the others still can.</summary>
internal sealed class InputFailure(Label sentence) : CommandFailure(sentence);

/// <summary>Nobody reads standard output any more, as after <c>| head</c>.</summary>
internal sealed class OutputClosed(IOException inner) : Exception(inner.Message, inner);
