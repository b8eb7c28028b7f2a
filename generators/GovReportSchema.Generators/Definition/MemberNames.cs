using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>Checks the names that a definition gives: as JSON members, and as the C# properties made from them.</summary>
internal static class MemberNames
{
    private const int Longest = 128;

    /// <summary>Reports a name that can be no JSON member, or that something else has taken everywhere.</summary>
    /// <param name="of">What bears the name: <c>a row</c>.</param>
    public static void Check(ScalarNode name, string of, Mistakes mistakes)
    {
        if (!CheckSpelling(name, mistakes))
        {
            return;
        }

        if (ReservedNames.Reason(name.Value, isTopLevel: false) is { } reason)
        {
            mistakes.Report(DiagnosticDescriptors.ReservedName, name.Range, name.Value, of, reason);
        }
    }

    public static bool CheckSpelling(ScalarNode name, Mistakes mistakes)
    {
        var isName = name.Value.Length is > 0 and <= Longest && IsStart(name.Value[0]) && name.Value.All(IsPart);
        if (!isName)
        {
            var mended = Mend(name.Value);
            var suggestion = mended.Any(character => character != '_') ? $", such as '{(IsStart(mended[0]) ? mended : "_" + mended)}'" : "";
            mistakes.Report(DiagnosticDescriptors.MemberName, name.Range, Shown.Text(name.Value), suggestion);
        }

        return isName;
    }

    /// <summary>The name without accents, and with underscores where it has what no name may have.</summary>
    private static string Mend(string name) => Regex.Replace(new string(name.Where(character => !char.IsSurrogate(character)).Take(Longest)
        .SelectMany(character => $"{character}".Normalize(NormalizationForm.FormD)
            .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).Take(1))
        .Select(part => IsPart(part) ? part : '_').ToArray()), "_+", "_");

    public static bool IsStart(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.OtherLetter;

    public static bool IsPart(char character) => IsStart(character) || character is >= '0' and <= '9';

    /// <summary>
    /// Reports members that share an object, in JSON or as a class, and have one name. The same key twice in one mapping is
    /// found earlier; what is left are members that meet through headings and blocks.
    /// </summary>
    public static void CheckSiblings(IEnumerable<AxisNode> siblings, Mistakes mistakes)
    {
        var members = Flatten(siblings).ToList();
        CheckObject(members.Select(node => (node.Member, node.At)), "headings and blocks are no objects of their own", mistakes);
        foreach (var group in members.Where(node => node.IsGroup))
        {
            CheckSiblings(group.Children, mistakes);
        }
    }

    /// <param name="onlyLast">Whether the others were compared with each other before.</param>
    public static void CheckObject(
        IEnumerable<(string Member, TextRange At)> members, string why, Mistakes mistakes, bool onlyLast = false)
    {
        var all = members.ToList();
        var firsts = new Dictionary<string, (string Member, TextRange At)>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            var (member, at) = all[i];
            var property = PropertyName.Of(member);
            if (!firsts.TryGetValue(property, out var first))
            {
                firsts.Add(property, (member, at));
            }
            else if (onlyLast && i < all.Count - 1)
            {
                continue;
            }
            else if (first.Member == member)
            {
                mistakes.Report(
                    DiagnosticDescriptors.DuplicateMember, at, Shown.Text(member), Invariant.Line(first.At.StartLine), why);
            }
            else
            {
                mistakes.Report(
                    DiagnosticDescriptors.NameClash, at,
                    Shown.Text(member), Shown.Text(first.Member), Invariant.Line(first.At.StartLine), Shown.Text(property));
            }
        }
    }

    /// <summary>The members of an object, with those that stand under headings.</summary>
    public static IEnumerable<AxisNode> Flatten(IEnumerable<AxisNode> nodes) =>
        nodes.SelectMany(node => node.IsHeading ? Flatten(node.Children) : [node]);
}
