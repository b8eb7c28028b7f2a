using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Every generated property is the cell that its name says.</summary>
public class TypedCellTests
{
    public static TheoryData<string> Formats => ["disclosure-2019", "disclosure-2021"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_property_reads_and_sets_the_cell_of_its_path(string id)
    {
        var report = ReportFormats.Find(id)!.CreateReport();
        var cells = Walk(report).ToList();

        Assert.Equal(report.Format.Cells.Select(cell => cell.Path), cells.Select(cell => cell.Path));
        foreach (var (path, part, property) in cells)
        {
            Assert.True(report.Format.TryGetCell(path, out var cell));
            Assert.Null(property.GetValue(part));

            report.SetValue(cell.Index, cell.Index + 1);
            Assert.Equal(cell.Index + 1m, Convert.ToDecimal(property.GetValue(part), null));

            Set(property, part, cell.Index + 2);
            Assert.Equal(cell.Index + 2m, report.GetValue(cell.Index));
        }

        // No property has set another's cell.
        Assert.Equal(report.Format.Cells.Select(cell => (decimal?)cell.Index + 2), report.Format.Cells.Select(cell => report.GetValue(cell.Index)));
        foreach (var (path, part, property) in cells)
        {
            property.SetValue(part, null);
            Assert.True(report.Format.TryGetCell(path, out var cell));
            Assert.Null(report.GetValue(cell.Index));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_property_takes_what_the_cell_holds_exactly_and_throws_at_the_rest(string id)
    {
        var report = ReportFormats.Find(id)!.CreateReport();
        foreach (var (path, part, property) in Walk(report))
        {
            Assert.True(report.Format.TryGetCell(path, out var cell));
            object[] held = cell.Type.Scale == 0 ? [CellType.LargestCount, -CellType.LargestCount, -1L] : [999_999_999_999.999999m, -0.000001m, 1.10m];
            object[] refused = cell.Type.Scale == 0
                ? [CellType.LargestCount + 1, -CellType.LargestCount - 1, long.MaxValue, long.MinValue, long.MinValue + 1]
                : [1_000_000_000_000m, 0.0000001m, decimal.MaxValue, decimal.MinValue];
            foreach (var value in held)
            {
                property.SetValue(part, value);
                Assert.Equal(value, property.GetValue(part));
            }

            var last = report.GetValue(cell.Index);
            foreach (var value in refused)
            {
                var thrown = Assert.Throws<TargetInvocationException>(() => property.SetValue(part, value));
                Assert.IsType<ArgumentOutOfRangeException>(thrown.InnerException);
                Assert.Equal(last, report.GetValue(cell.Index));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Each_cell_has_its_labels_in_both_languages(string id)
    {
        foreach (var cell in ReportFormats.Find(id)!.Cells)
        {
            Assert.InRange(cell.GetLabelPath(Language.Chinese).Split(" › ").Length, 3, 6);
            Assert.Equal(cell.GetLabelPath(Language.Chinese).Split(" › ").Length, cell.GetLabelPath(Language.English).Split(" › ").Length);
            Assert.DoesNotContain("{", cell.GetLabelPath(Language.Chinese), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cell_that_does_not_exist_is_refused()
    {
        var report = new DisclosureReport2021();

        Assert.Throws<ArgumentOutOfRangeException>(() => report.GetValue(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.GetValue(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.SetValue(200, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.SetValue(0, 0.5m));
        Assert.False(report.Format.TryGetCell("/applications", out _));
        Assert.False(report.Format.TryGetCell("", out _));
    }

    [Fact]
    public void Every_public_member_has_its_documentation()
    {
        var assembly = typeof(Report).Assembly;
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Elements().Any(element => element.Value.Trim().Length > 0 || element.Name == "inheritdoc"))
            .Select(member => member.Attribute("name")!.Value).ToHashSet();
        var missing = new List<string>();
        foreach (var type in assembly.GetExportedTypes())
        {
            var name = type.FullName!.Replace('+', '.');
            Check("T:" + name);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract"))
            {
                // The parameters of a record stand in the documentation of its type.
                if (type.GetConstructors().All(constructor => constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
                {
                    Check($"P:{name}.{property.Name}");
                }
            }
        }

        Assert.Empty(missing);

        void Check(string member)
        {
            if (!documented.Contains(member))
            {
                missing.Add(member);
            }
        }
    }

    /// <summary>The cells under a report or a part of one, in the order of the properties.</summary>
    private static IEnumerable<(string Path, object Part, PropertyInfo Property)> Walk(object part, string path = "")
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var own = path + "/" + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (typeof(ReportPart).IsAssignableFrom(property.PropertyType))
            {
                foreach (var cell in Walk(property.GetValue(part)!, own))
                {
                    yield return cell;
                }
            }
            else if (property.PropertyType != typeof(string))
            {
                yield return (own, part, property);
            }
        }
    }

    private static void Set(PropertyInfo property, object part, int value) =>
        property.SetValue(part, property.PropertyType == typeof(long?) ? (object)(long)value : (decimal)value);
}
