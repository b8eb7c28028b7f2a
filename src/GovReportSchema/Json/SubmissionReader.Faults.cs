using System.Text;
using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>Says what is wrong with a submission's form.</summary>
internal ref partial struct SubmissionReader
{
    /// <summary>Longer values are cut where a finding shows them.</summary>
    private const int MostExcerpt = 40;

    /// <summary>
    /// Faults that a sender can repeat at will (unknown members, doubled ones, bad texts in them) are listed up to so many; the
    /// rest are counted. Of the others there is at most one for each member of the format.
    /// </summary>
    private const int MostListed = 1000;

    private bool MayList(int offset)
    {
        if (_listed < MostListed)
        {
            _listed++;
            return true;
        }

        if (_unlisted++ == 0)
        {
            _firstUnlisted = offset;
        }

        return false;
    }

    private void AddUnlisted()
    {
        if (_unlisted > 0)
        {
            AddFault(Fault.NotListed, 0, "", _firstUnlisted, Fault.Name(_unlisted));
        }
    }

    private void AddFault(Fault fault, int member, string path, int offset, params Label[] names) =>
        _findings.Add(fault, path, offset, new FaultEvidence(fault, member > 0 ? _shape.Nodes[member].Labels : null, names));

    private void AddWrongType(int member, Label expected, int start)
    {
        var found = Words.Found(_json[start..]);
        AddFault(Fault.WrongType, member, _shape.PathOf(member), start, expected, found);
    }

    private void AddRange(int member, int start, decimal? minimum, decimal? maximum) => AddFault(
        Fault.Range,
        member,
        _shape.PathOf(member),
        start,
        Excerpt(start, _position),
        Fault.Name(minimum.GetValueOrDefault()),
        Fault.Name(maximum.GetValueOrDefault()));

    private void AddUnknown(int node, ReadOnlySpan<byte> text, bool escaped, int offset)
    {
        if (!MayList(offset))
        {
            return;
        }

        var name = Words.Text(text, escaped);
        var path = _shape.PathOf(node) + "/" + JsonShape.EscapePointer(name);
        if (NearestName.Find(name, MissingNames(node)) is { } nearest)
        {
            AddFault(Fault.UnknownMemberNear, node, path, offset, Fault.Name(name), Fault.Name(nearest));
        }
        else
        {
            AddFault(Fault.UnknownMember, node, path, offset, Fault.Name(name));
        }
    }

    private void AddDuplicate(int member, int offset)
    {
        if (MayList(offset))
        {
            AddFault(Fault.DuplicateMember, member, _shape.PathOf(member), offset, Words.NameOf(_shape.Nodes[member]));
        }
    }

    private void AddMissing(int node)
    {
        ref readonly var shape = ref _shape.Nodes[node];
        for (var i = shape.FirstChild; i < shape.FirstChild + shape.ChildCount; i++)
        {
            if (_scratch.Offsets[i] == ReadScratch.NotSeen)
            {
                AddFault(Fault.MissingMember, i, _shape.PathOf(i), _scratch.Offsets[node], Words.NameOf(_shape.Nodes[i]));
            }
        }
    }

    private readonly List<string> MissingNames(int node)
    {
        var names = new List<string>();
        ref readonly var shape = ref _shape.Nodes[node];
        for (var i = shape.FirstChild; i < shape.FirstChild + shape.ChildCount; i++)
        {
            if (_scratch.Offsets[i] == ReadScratch.NotSeen)
            {
                names.Add(Encoding.UTF8.GetString(_shape.Nodes[i].Name));
            }
        }

        return names;
    }

    private readonly Label Found() => Words.Found(_json[_position..]);

    private readonly Label Excerpt(int start, int end) => Fault.Name(
        end - start > MostExcerpt
            ? Encoding.UTF8.GetString(_json.Slice(start, MostExcerpt)) + "…"
            : Encoding.UTF8.GetString(_json[start..end]));
}
