using System.Text;

namespace GovReportSchema.Benchmarks;

/// <summary>The 2021 form read and checked by hand on <see cref="HandReader"/>.</summary>
internal static class HandDisclosure
{
    private const int Columns = 7;
    private const int FirstRow = 10;
    private const int FirstOutcome = 23;
    private const int Year = 200;

    private static readonly string[] s_columns =
        ["naturalPerson", "commercialEnterprise", "researchInstitution", "publicWelfareOrganization", "legalServiceInstitution", "other", "total"];

    private static readonly string[] s_outcomes = ["upheld", "corrected", "otherOutcome", "pending", "total"];

    [ThreadStatic]
    private static HandReader? s_reader;

    public static int CountErrors(byte[] json)
    {
        var reader = s_reader ??= new HandReader(Members(), Year + 1);
        return reader.Read(json) && IsInOrder(reader) ? SumErrors(reader.Cells) : 1;
    }

    private static bool IsInOrder(HandReader reader) =>
        reader.TextIs(0, "disclosure-2021"u8) && reader.Cells[Year] is >= 2021 and <= 9999
            && reader.HasText(1) && reader.HasText(2) && reader.HasText(3);

    private static int SumErrors(long[] cells)
    {
        var errors = 0;
        for (var row = FirstRow; row < FirstRow + (25 * Columns); row += Columns)
        {
            var sum = cells[row] + cells[row + 1] + cells[row + 2] + cells[row + 3] + cells[row + 4] + cells[row + 5];
            errors += sum == cells[row + 6] ? 0 : 1;
        }

        for (var column = FirstRow; column < FirstRow + Columns; column++)
        {
            var sum = 0L;
            for (var row = 2; row < FirstOutcome; row++)
            {
                sum += cells[column + (row * Columns)];
            }

            var total = cells[column + (FirstOutcome * Columns)];
            errors += sum == total ? 0 : 1;
            errors += cells[column] + cells[column + Columns] == total + cells[column + ((FirstOutcome + 1) * Columns)] ? 0 : 1;
        }

        for (var part = FirstRow + (25 * Columns); part < Year; part += s_outcomes.Length)
        {
            errors += cells[part] + cells[part + 1] + cells[part + 2] + cells[part + 3] == cells[part + 4] ? 0 : 1;
        }

        return errors;
    }

    private static HandMember[] Members()
    {
        var cell = 0;
        return
        [
            Text("format", 0), Text("agency", 1), new(Name("year"), Year, -1, []), Text("overview", 2),
            Object("proactiveDisclosure",
                Row("regulations", "issued", "repealed", "inForce"), Row("normativeDocuments", "issued", "repealed", "inForce"),
                Row("administrativeLicensing", "decisions"), Row("administrativePenalties", "decisions"),
                Row("administrativeCompulsion", "decisions"),
                Object("administrativeFees", new HandMember(Name("amount"), cell++, -1, [], Scale: 6))),
            Object("applications",
                Row("received", s_columns), Row("carriedIn", s_columns),
                Object("results",
                    Row("granted", s_columns), Row("partiallyGranted", s_columns),
                    Rows("refused", "stateSecret", "otherLegalProhibition", "securityAndStability", "thirdPartyRights", "internalAffairs", "processInformation", "enforcementCaseFiles", "administrativeQuery"),
                    Rows("unavailable", "notHeld", "requiresCreation", "unclearAfterCorrection"),
                    Rows("notProcessed", "petitionOrComplaint", "repeated", "publications", "vexatious", "reconfirmation"),
                    Rows("otherHandling", "correctionOverdue", "feeOverdue", "other"),
                    Row("total", s_columns)),
                Row("carriedOver", s_columns)),
            Object("remedies",
                Row("reconsideration", s_outcomes), Object("litigation", Row("direct", s_outcomes), Row("afterReconsideration", s_outcomes))),
            Text("problems", 3), Text("otherMatters", 4),
        ];

        HandMember Row(string name, params string[] columns) =>
            Object(name, [.. columns.Select(column => new HandMember(Name(column), cell++, -1, []))]);

        HandMember Rows(string name, params string[] rows) => Object(name, [.. rows.Select(row => Row(row, s_columns))]);

        static HandMember Object(string name, params HandMember[] members) => new(Name(name), -1, -1, members);

        static HandMember Text(string name, int text) => new(Name(name), -1, text, []);

        static byte[] Name(string name) => Encoding.UTF8.GetBytes(name);
    }
}
