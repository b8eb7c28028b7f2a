namespace GovReportSchema.Benchmarks;

/// <summary>The rules of the form as a user would check them by hand over plain classes: bounds, blanks, and the 42 sums.</summary>
internal static class RivalChecks
{
    public const long Most = 1L << 53;

    public const decimal MostMoney = 999_999_999_999.999_999m;

    public static int CountErrors(RivalReport report)
    {
        var errors = HeadErrors(report) + DocumentErrors(report.ProactiveDisclosure);
        var applications = report.Applications;
        var results = applications.Results;
        var leaves = Leaves(results);
        foreach (var row in leaves)
        {
            errors += RowErrors(row);
        }

        errors += RowErrors(applications.Received) + RowErrors(applications.CarriedIn) + RowErrors(results.Total) + RowErrors(applications.CarriedOver);
        for (var column = 0; column < 7; column++)
        {
            long? sum = 0;
            foreach (var row in leaves)
            {
                sum += row[column];
            }

            errors += sum == results.Total[column] ? 0 : 1;
            errors += applications.Received[column] + applications.CarriedIn[column]
                == results.Total[column] + applications.CarriedOver[column] ? 0 : 1;
        }

        var remedies = report.Remedies;
        return errors + OutcomeErrors(remedies.Reconsideration) + OutcomeErrors(remedies.Litigation.Direct)
            + OutcomeErrors(remedies.Litigation.AfterReconsideration);
    }

    /// <summary>The rows of outcomes (1) to (6), of which (7) is the total.</summary>
    public static RivalRow[] Leaves(RivalResults results) =>
    [
        results.Granted, results.PartiallyGranted,
        results.Refused.StateSecret, results.Refused.OtherLegalProhibition, results.Refused.SecurityAndStability,
        results.Refused.ThirdPartyRights, results.Refused.InternalAffairs, results.Refused.ProcessInformation,
        results.Refused.EnforcementCaseFiles, results.Refused.AdministrativeQuery,
        results.Unavailable.NotHeld, results.Unavailable.RequiresCreation, results.Unavailable.UnclearAfterCorrection,
        results.NotProcessed.PetitionOrComplaint, results.NotProcessed.Repeated, results.NotProcessed.Publications,
        results.NotProcessed.Vexatious, results.NotProcessed.Reconfirmation,
        results.OtherHandling.CorrectionOverdue, results.OtherHandling.FeeOverdue, results.OtherHandling.Other,
    ];

    public static int HeadErrors(RivalReport report) =>
        report is { Format: "disclosure-2021", Year: >= 2021 and <= 9999 } && !string.IsNullOrWhiteSpace(report.Agency)
            && !string.IsNullOrWhiteSpace(report.Overview) && !string.IsNullOrWhiteSpace(report.Problems) ? 0 : 1;

    public static bool IsCount(long? value) => value is >= 0 and <= Most;

    private static int DocumentErrors(RivalProactive proactive) =>
        IsCount(proactive.Regulations.Issued) && IsCount(proactive.Regulations.Repealed) && IsCount(proactive.Regulations.InForce)
            && IsCount(proactive.NormativeDocuments.Issued) && IsCount(proactive.NormativeDocuments.Repealed)
            && IsCount(proactive.NormativeDocuments.InForce) && IsCount(proactive.AdministrativeLicensing.Decisions)
            && IsCount(proactive.AdministrativePenalties.Decisions) && IsCount(proactive.AdministrativeCompulsion.Decisions)
            && proactive.AdministrativeFees.Amount is >= 0 and <= MostMoney ? 0 : 1;

    private static int RowErrors(RivalRow row) =>
        IsCount(row.NaturalPerson) && IsCount(row.CommercialEnterprise) && IsCount(row.ResearchInstitution)
            && IsCount(row.PublicWelfareOrganization) && IsCount(row.LegalServiceInstitution) && IsCount(row.Other)
            && row.NaturalPerson + row.CommercialEnterprise + row.ResearchInstitution + row.PublicWelfareOrganization
            + row.LegalServiceInstitution + row.Other == row.Total ? 0 : 1;

    private static int OutcomeErrors(RivalOutcomes part) =>
        IsCount(part.Upheld) && IsCount(part.Corrected) && IsCount(part.OtherOutcome) && IsCount(part.Pending)
            && part.Upheld + part.Corrected + part.OtherOutcome + part.Pending == part.Total ? 0 : 1;
}
