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


def main():
    topology = json.load(open(sys.argv[1]))
    arcs = list(arcs_of(topology))
    print(HEADER)
    for ring in rings_of(topology["objects"]["land"]):
        points = [(round(x * 10), round(y * 10)) for x, y in points_of(ring, arcs)]
        if max(y for _, y in points) < -600:
            continue
        line, last = [], (0, 0)
        for point in points:
            step = (point[0] - last[0], point[1] - last[1])
            if step != (0, 0) or not line:
                line += step
            last = point
        if len(line) >= 8:
            print(*line)


main()
