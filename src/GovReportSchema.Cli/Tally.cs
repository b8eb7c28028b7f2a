namespace GovReportSchema.Cli;

/// <summary>What all documents together came to.</summary>
internal sealed class Tally
{
    public long Documents { get; private set; }

    public long Invalid { get; private set; }

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public void Add(Answer answer)
    {
        Documents++;
        Invalid += answer.Errors == 0 ? 0 : 1;
        Errors += answer.Errors;
        Warnings += answer.Warnings;
    }
}
