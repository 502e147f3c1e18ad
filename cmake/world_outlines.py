#!/usr/bin/env python3
"""Makes resources/map/land.txt from land-110m.json of the npm package world-atlas (Natural Earth, public domain).

Used once; the build does not need it:  cmake/world_outlines.py land-110m.json > resources/map/land.txt
"""
import json
import sys

HEADER = """\
# Outlines of the world's land for a small map. Made with Natural Earth (1:110m land, naturalearthdata.com), public
# domain, by way of the npm package world-atlas 2.0.2; cmake/world_outlines.py wrote this file.
# A line a ring: its first point, then each point's distance from the one before; longitude and latitude by turns, in
# tenths of a degree. Land south of 60 degrees south is left out."""


def arcs_of(topology):
    """Every arc as points in degrees: stored as distances on a grid."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def rings_of(geometry):
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from rings_of(part)
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon
    elif geometry["type"] == "Polygon":
        yield from geometry["arcs"]


def points_of(ring, arcs):
    points = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def unrolled(points):
    """Without the jumps from one edge of the map to the other: longitudes go on beyond 180 degrees."""
    result, turn, last = [], 0, points[0][0]
    for x, y in points:
        turn += -360 if x - last > 180 else 360 if x - last < -180 else 0
        last = x
        result.append((x + turn, y))
    return result


def cut(points, edge, is_left):
    """What of a ring lies on one side of a meridian (Sutherland and Hodgman)."""
    def inside(x):
        return x <= edge if is_left else x >= edge

    result = []
    for (ax, ay), (bx, by) in zip(points[-1:] + points[:-1], points):
        if inside(ax) != inside(bx):
            result.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
        if inside(bx):
            result.append((bx, by))
    return result


def on_the_map(points):
    """The ring, or its parts on both edges of the map where it goes across."""
    points = unrolled(points)
    for shift in (-360, 0, 360):
        part = cut([(x + shift, y) for x, y in points], 180, True)
        part = cut(part, -180, False) if part else part
        if part:
            yield part


def write(points):
    if max(y for _, y in points) < -600:
        return
    line, last = [], (0, 0)
    for point in points:
        step = (point[0] - last[0], point[1] - last[1])
        if step != (0, 0) or not line:
            line += step
        last = point
    if len(line) >= 8:
        print(*line)


def main():
    topology = json.load(open(sys.argv[1]))
    arcs = list(arcs_of(topology))
    print(HEADER)
    for ring in rings_of(topology["objects"]["land"]):
        for part in on_the_map(points_of(ring, arcs)):
            write([(round(x * 10), round(y * 10)) for x, y in part])


main()
