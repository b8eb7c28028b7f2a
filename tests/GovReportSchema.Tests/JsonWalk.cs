using System.Text;

namespace GovReportSchema.Tests;

/// <summary>A member of a JSON text and where it stands, in bytes.</summary>
/// <param name="Path">Its JSON Pointer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Object">The opening brace of the object that has it.</param>
/// <param name="Start">The opening quote of its name.</param>
/// <param name="Value">The first byte of its value.</param>
/// <param name="End">The byte after its value.</param>
internal sealed record WalkedMember(string Path, string Name, int Object, int Start, int Value, int End);

/// <summary>
/// Finds where each member of a well-formed JSON text of objects and scalars stands. Written for the tests alone, so that no
/// position is compared with the reader's own idea of it.
/// </summary>
internal sealed class JsonWalk
{
    private readonly byte[] _json;
    private readonly List<WalkedMember> _members = [];
    private int _at;

    private JsonWalk(byte[] json) => _json = json;

    public static IReadOnlyList<WalkedMember> Members(byte[] json)
    {
        var walk = new JsonWalk(json) { _at = json[0] == 0xEF ? 3 : 0 };
        walk.Value("");
        return walk._members;
    }

    /// <summary>Line and column as an editor counts them: lines end at a line feed, columns are UTF-16 code units.</summary>
    public static (int Line, int Column) Place(byte[] json, int offset)
    {
        var before = Encoding.UTF8.GetString(json, 0, offset).TrimStart('\uFEFF');
        return (before.Count(c => c == '\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }

    private void Space()
    {
        while (_at < _json.Length && _json[_at] <= ' ')
        {
            _at++;
        }
    }

    private void Value(string path)
    {
        Space();
        if (_json[_at] == '{')
        {
            Object(path);
        }
        else if (_json[_at] == '"')
        {
            Text();
        }
        else
        {
            while (_json[_at] is not ((byte)',' or (byte)'}' or <= (byte)' '))
            {
                _at++;
            }
        }
    }

    private void Object(string path)
    {
        var brace = _at++;
        for (Space(); _json[_at] != '}'; Space())
        {
            var start = _at;
            var name = Text();
            Space();
            _at++;
            Space();
            var index = _members.Count;
            _members.Add(null!);
            var value = _at;
            var own = path + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            Value(own);
            _members[index] = new WalkedMember(own, name, brace, start, value, _at);
            Space();
            if (_json[_at] == ',')
            {
                _at++;
            }
        }

        _at++;
    }

    private string Text()
    {
        var start = ++_at;
        while (_json[_at] != '"')
        {
            _at += _json[_at] == '\\' ? 2 : 1;
        }

        return Encoding.UTF8.GetString(_json, start, _at++ - start);
    }
}
