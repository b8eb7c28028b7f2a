namespace GovReportSchema.Benchmarks;

/// <summary>The 42 sums as a user would check them by hand over plain classes.</summary>
internal static class RivalChecks
{
    public static int CountErrors(RivalReport report)
    {
        var errors = report.Format == "disclosure-2021" ? 0 : 1;
        var applications = report.Applications;
        var results = applications.Results;
        ReadOnlySpan<RivalRow> leaves =
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

    private static int RowErrors(RivalRow row) =>
        row.NaturalPerson + row.CommercialEnterprise + row.ResearchInstitution + row.PublicWelfareOrganization
            + row.LegalServiceInstitution + row.Other == row.Total ? 0 : 1;

    private static int OutcomeErrors(RivalOutcomes part) =>
        part.Upheld + part.Corrected + part.OtherOutcome + part.Pending == part.Total ? 0 : 1;
}
