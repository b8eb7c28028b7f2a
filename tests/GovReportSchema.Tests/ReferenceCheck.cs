using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovReportSchema.Tests;

/// <summary>
/// Says whether a submission without blanks is in order, from the words of the form alone: <c>System.Text.Json</c> for the
/// grammar, decimals for the sums, the members typed out below. It shares nothing with the library.
/// </summary>
internal static class ReferenceCheck
{
    private static readonly string[] s_columns =
        ["naturalPerson", "commercialEnterprise", "researchInstitution", "publicWelfareOrganization", "legalServiceInstitution", "other", "total"];

    private static readonly string[] s_outcomes = ["upheld", "corrected", "otherOutcome", "pending", "total"];

    private static readonly string[] s_results =
    [
        "granted", "partiallyGranted",
        .. Under("refused", "stateSecret otherLegalProhibition securityAndStability thirdPartyRights internalAffairs processInformation enforcementCaseFiles administrativeQuery"),
        .. Under("unavailable", "notHeld requiresCreation unclearAfterCorrection"),
        .. Under("notProcessed", "petitionOrComplaint repeated publications vexatious reconfirmation"),
        .. Under("otherHandling", "correctionOverdue feeOverdue other"),
    ];

    /// <summary>Each cell of the 2021 form: its path, and the decimals that it may have.</summary>
    private static readonly Dictionary<string, int> s_cells = Cells();

    public static bool IsInOrder(byte[] json)
    {
        try
        {
            return IsInOrder(JsonNode.Parse(
                json.AsSpan(json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), null, new JsonDocumentOptions { AllowDuplicateProperties = false }));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The grammar, and texts that are no UTF-8.
            return false;
        }
    }

    /// <summary>Texts and the year; then every cell and no other member; then the sums.</summary>
    private static bool IsInOrder(JsonNode? node)
    {
        return node is JsonObject report
            && Text(report, "format") == "disclosure-2021"
            && !string.IsNullOrWhiteSpace(Text(report, "agency"))
            && TryNumber(report["year"], 0, out var year) && year is >= 1900 and <= 9999
            && ((string[])["overview", "problems", "otherMatters"]).All(name => report.ContainsKey(name) && (report[name] is null || Text(report, name) is not null))
            && Flatten(report, out var cells)
            && Sums(cells);
    }

    private static bool Flatten(JsonObject report, out Dictionary<string, decimal> cells)
    {
        cells = [];
        var objects = new HashSet<string>(s_cells.Keys.SelectMany(Parents));
        var pending = new Stack<(string Path, JsonNode? Value)>();
        foreach (var (name, value) in report)
        {
            if (objects.Contains("/" + name))
            {
                pending.Push(("/" + name, value));
            }
            else if (name is not ("format" or "agency" or "year" or "overview" or "problems" or "otherMatters"))
            {
                return false;
            }
        }

        while (pending.TryPop(out var next))
        {
            if (s_cells.TryGetValue(next.Path, out var scale))
            {
                if (!TryNumber(next.Value, scale, out var value) || value < 0 || value > (scale == 0 ? 9007199254740992m : 999999999999.999999m))
                {
                    return false;
                }

                cells.Add(next.Path, value);
            }
            else if (objects.Contains(next.Path) && next.Value is JsonObject members)
            {
                foreach (var (name, value) in members)
                {
                    pending.Push((next.Path + "/" + name, value));
                }
            }
            else
            {
                return false;
            }
        }

        return cells.Count == s_cells.Count;
    }

    private static bool Sums(Dictionary<string, decimal> cells)
    {
        const string Table = "/applications/";
        string[] rows = ["received", "carriedIn", .. s_results.Select(row => "results/" + row), "results/total", "carriedOver"];
        return rows.All(row => cells[$"{Table}{row}/total"] == s_columns[..6].Sum(column => cells[$"{Table}{row}/{column}"]))
            && s_columns.All(column => cells[$"{Table}results/total/{column}"] == s_results.Sum(row => cells[$"{Table}results/{row}/{column}"]))
            && s_columns.All(column => cells[$"{Table}received/{column}"] + cells[$"{Table}carriedIn/{column}"]
                == cells[$"{Table}results/total/{column}"] + cells[$"{Table}carriedOver/{column}"])
            && ((string[])["reconsideration", "litigation/direct", "litigation/afterReconsideration"]).All(row =>
                cells[$"/remedies/{row}/total"] == s_outcomes[..4].Sum(column => cells[$"/remedies/{row}/{column}"]));
    }

    private static Dictionary<string, int> Cells()
    {
        var cells = new Dictionary<string, int>();
        Add("/applications/", ["received", "carriedIn", .. s_results.Select(row => "results/" + row), "results/total", "carriedOver"], s_columns);
        Add("/remedies/", ["reconsideration", "litigation/direct", "litigation/afterReconsideration"], s_outcomes);
        Add("/proactiveDisclosure/", ["regulations", "normativeDocuments"], ["issued", "repealed", "inForce"]);
        Add("/proactiveDisclosure/", ["administrativeLicensing", "administrativePenalties", "administrativeCompulsion"], ["decisions"]);
        cells.Add("/proactiveDisclosure/administrativeFees/amount", 6);
        return cells;

        void Add(string table, string[] rows, string[] columns)
        {
            foreach (var row in rows)
            {
                foreach (var column in columns)
                {
                    cells.Add(table + row + "/" + column, 0);
                }
            }
        }
    }

    private static IEnumerable<string> Under(string group, string rows) => rows.Split(' ').Select(row => group + "/" + row);

    private static IEnumerable<string> Parents(string path)
    {
        for (var at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/', at - 1))
        {
            yield return path[..at];
        }
    }

    private static string? Text(JsonObject report, string name) =>
        report[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool TryNumber(JsonNode? node, int scale, out decimal value)
    {
        value = 0;
        return node is JsonValue number
            && number.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && decimal.Round(value, scale) == value;
    }
}
