using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Tests that measure what the whole process shares, its memory or a format's layouts, and so run beside no other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
