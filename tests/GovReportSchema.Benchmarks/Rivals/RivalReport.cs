using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovReportSchema.Benchmarks;

/// <summary>A row of table 3 as a plain class.</summary>
internal sealed class RivalRow
{
    [JsonRequired] public long? NaturalPerson { get; set; }
    [JsonRequired] public long? CommercialEnterprise { get; set; }
    [JsonRequired] public long? ResearchInstitution { get; set; }
    [JsonRequired] public long? PublicWelfareOrganization { get; set; }
    [JsonRequired] public long? LegalServiceInstitution { get; set; }
    [JsonRequired] public long? Other { get; set; }
    [JsonRequired] public long? Total { get; set; }

    public long? this[int column] => column switch
    {
        0 => NaturalPerson,
        1 => CommercialEnterprise,
        2 => ResearchInstitution,
        3 => PublicWelfareOrganization,
        4 => LegalServiceInstitution,
        5 => Other,
        _ => Total,
    };
}

internal sealed class RivalDocuments
{
    [JsonRequired] public long? Issued { get; set; }
    [JsonRequired] public long? Repealed { get; set; }
    [JsonRequired] public long? InForce { get; set; }
}

internal sealed class RivalDecisions
{
    [JsonRequired] public long? Decisions { get; set; }
}

internal sealed class RivalFees
{
    [JsonRequired] public decimal? Amount { get; set; }
}

internal sealed class RivalProactive
{
    [JsonRequired] public RivalDocuments Regulations { get; set; } = null!;
    [JsonRequired] public RivalDocuments NormativeDocuments { get; set; } = null!;
    [JsonRequired] public RivalDecisions AdministrativeLicensing { get; set; } = null!;
    [JsonRequired] public RivalDecisions AdministrativePenalties { get; set; } = null!;
    [JsonRequired] public RivalDecisions AdministrativeCompulsion { get; set; } = null!;
    [JsonRequired] public RivalFees AdministrativeFees { get; set; } = null!;
}

internal sealed class RivalRefused
{
    [JsonRequired] public RivalRow StateSecret { get; set; } = null!;
    [JsonRequired] public RivalRow OtherLegalProhibition { get; set; } = null!;
    [JsonRequired] public RivalRow SecurityAndStability { get; set; } = null!;
    [JsonRequired] public RivalRow ThirdPartyRights { get; set; } = null!;
    [JsonRequired] public RivalRow InternalAffairs { get; set; } = null!;
    [JsonRequired] public RivalRow ProcessInformation { get; set; } = null!;
    [JsonRequired] public RivalRow EnforcementCaseFiles { get; set; } = null!;
    [JsonRequired] public RivalRow AdministrativeQuery { get; set; } = null!;
}

internal sealed class RivalUnavailable
{
    [JsonRequired] public RivalRow NotHeld { get; set; } = null!;
    [JsonRequired] public RivalRow RequiresCreation { get; set; } = null!;
    [JsonRequired] public RivalRow UnclearAfterCorrection { get; set; } = null!;
}

internal sealed class RivalNotProcessed
{
    [JsonRequired] public RivalRow PetitionOrComplaint { get; set; } = null!;
    [JsonRequired] public RivalRow Repeated { get; set; } = null!;
    [JsonRequired] public RivalRow Publications { get; set; } = null!;
    [JsonRequired] public RivalRow Vexatious { get; set; } = null!;
    [JsonRequired] public RivalRow Reconfirmation { get; set; } = null!;
}

internal sealed class RivalOtherHandling
{
    [JsonRequired] public RivalRow CorrectionOverdue { get; set; } = null!;
    [JsonRequired] public RivalRow FeeOverdue { get; set; } = null!;
    [JsonRequired] public RivalRow Other { get; set; } = null!;
}

internal sealed class RivalResults
{
    [JsonRequired] public RivalRow Granted { get; set; } = null!;
    [JsonRequired] public RivalRow PartiallyGranted { get; set; } = null!;
    [JsonRequired] public RivalRefused Refused { get; set; } = null!;
    [JsonRequired] public RivalUnavailable Unavailable { get; set; } = null!;
    [JsonRequired] public RivalNotProcessed NotProcessed { get; set; } = null!;
    [JsonRequired] public RivalOtherHandling OtherHandling { get; set; } = null!;
    [JsonRequired] public RivalRow Total { get; set; } = null!;
}

internal sealed class RivalApplications
{
    [JsonRequired] public RivalRow Received { get; set; } = null!;
    [JsonRequired] public RivalRow CarriedIn { get; set; } = null!;
    [JsonRequired] public RivalResults Results { get; set; } = null!;
    [JsonRequired] public RivalRow CarriedOver { get; set; } = null!;
}

internal sealed class RivalOutcomes
{
    [JsonRequired] public long? Upheld { get; set; }
    [JsonRequired] public long? Corrected { get; set; }
    [JsonRequired] public long? OtherOutcome { get; set; }
    [JsonRequired] public long? Pending { get; set; }
    [JsonRequired] public long? Total { get; set; }
}

internal sealed class RivalLitigation
{
    [JsonRequired] public RivalOutcomes Direct { get; set; } = null!;
    [JsonRequired] public RivalOutcomes AfterReconsideration { get; set; } = null!;
}

internal sealed class RivalRemedies
{
    [JsonRequired] public RivalOutcomes Reconsideration { get; set; } = null!;
    [JsonRequired] public RivalLitigation Litigation { get; set; } = null!;
}

/// <summary>The 2021 form as a user of System.Text.Json would write it: plain classes, as strict as the serializer gets.</summary>
internal sealed class RivalReport
{
    [JsonRequired] public string Format { get; set; } = null!;
    [JsonRequired] public string Agency { get; set; } = null!;
    [JsonRequired] public int Year { get; set; }
    [JsonRequired] public string Overview { get; set; } = null!;
    [JsonRequired] public RivalProactive ProactiveDisclosure { get; set; } = null!;
    [JsonRequired] public RivalApplications Applications { get; set; } = null!;
    [JsonRequired] public RivalRemedies Remedies { get; set; } = null!;
    [JsonRequired] public string Problems { get; set; } = null!;
    [JsonRequired] public string OtherMatters { get; set; } = null!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RivalReport))]
internal sealed partial class RivalContext : JsonSerializerContext;
