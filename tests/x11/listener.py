"""Listens as a screen reader does, with the library that Orca uses; runs in the system's Python.

Usage: listener.py SECONDS. Lines of JSON: first {"ready": true}; each event as it comes; when the
window has been told by a line on standard input, its tree.
"""

# ruff: noqa: ANN001, ANN201 - the system's Python has the library, but no types for it

import json
import sys
import threading

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

EVENTS = ("object:state-changed:focused", "object:announcement", "object:children-changed")


def write(what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


def read(one, depth=0):
    """A thing with everything in it."""
    found = {
        "role": one.get_role_name(),
        "name": one.get_name(),
        "told": one.get_description(),
        "states": [state.value_nick for state in one.get_state_set().get_states()],
        "interfaces": one.get_interfaces(),
    }
    extents = one.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    found["place"] = [extents.x, extents.y, extents.width, extents.height]
    if "Value" in found["interfaces"]:
        found["value"] = one.get_value_iface().get_current_value()
    inside = (one.get_child_at_index(index) for index in range(one.get_child_count()))
    found["inside"] = [read(part, depth + 1) for part in inside if part is not None]
    return found


def map_in(one):
    """The map of a program's window: the only tree that is seen."""
    if one.get_role() == Atspi.Role.TREE and one.get_state_set().contains(Atspi.StateType.SHOWING):
        return one
    for index in range(one.get_child_count()):
        part = one.get_child_at_index(index)
        found = map_in(part) if part is not None else None
        if found is not None:
            return found
    return None


def heard(event):
    try:
        name, role = event.source.get_name(), event.source.get_role_name()
    except GLib.GError:
        return  # it is gone already
    said = event.any_data if isinstance(event.any_data, str) else ""
    on = bool(event.detail1)
    write({"event": event.type, "on": on, "role": role, "name": name, "said": said})


def tell_tree():
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    found = [map_in(one) for one in programs if one is not None]
    trees = [read(one) for one in found if one is not None]
    write({"tree": trees[0] if trees else None})


def ask():
    for _line in sys.stdin:
        GLib.idle_add(tell_tree)


def switch_on():
    """Tell programs that somebody listens, as readers do when they start."""
    what = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    where = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(*where, what, None, Gio.DBusCallFlags.NONE, -1)


def main():
    switch_on()
    listener = Atspi.EventListener.new(heard)
    for event in EVENTS:
        listener.register(event)
    threading.Thread(target=ask, daemon=True).start()
    GLib.timeout_add_seconds(int(sys.argv[1]), Atspi.event_quit)
    write({"ready": True})
    Atspi.event_main()


main()
