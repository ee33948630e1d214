<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Chain</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>It is wider than the table: %n column(s) would be new.</source>
        <translation>
            <numerusform>It is wider than the table: %n column would be new.</numerusform>
            <numerusform>It is wider than the table: %n columns would be new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is higher than the table: %n row(s) find no lane.</source>
        <translation>
            <numerusform>It is higher than the table: %n row finds no lane.</numerusform>
            <numerusform>It is higher than the table: %n rows find no lane.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message numerus="yes">
        <source>Only what is selected: %n card(s)</source>
        <translation>
            <numerusform>Only what is selected: %n card</numerusform>
            <numerusform>Only what is selected: %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing here, %n on other maps</source>
        <translation>
            <numerusform>Nothing here, %n on other maps</numerusform>
            <numerusform>Nothing here, %n on other maps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>Print %n page(s)…</source>
        <translation>
            <numerusform>Print %n page…</numerusform>
            <numerusform>Print %n pages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s): an overview, then each stage</source>
        <translation>
            <numerusform>%n slide: an overview, then each stage</numerusform>
            <numerusform>%n slides: an overview, then each stage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of {size}</source>
        <translation>
            <numerusform>%n page of {size}</numerusform>
            <numerusform>%n pages of {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message numerus="yes">
        <source>%n in this file</source>
        <translation>
            <numerusform>%n in this file</numerusform>
            <numerusform>%n in this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HypothesisCard</name>
    <message numerus="yes">
        <source>running for %n day(s)</source>
        <translation>
            <numerusform>running for %n day</numerusform>
            <numerusform>running for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n to decide: click, or ← and →</source>
        <translation>
            <numerusform>%n to decide: click, or ← and →</numerusform>
            <numerusform>%n to decide: click, or ← and →</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Since they parted: %n step(s) in this map</source>
        <translation>
            <numerusform>Since they parted: %n step in this map</numerusform>
            <numerusform>Since they parted: %n steps in this map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in the copy</source>
        <translation>
            <numerusform>%n step in the copy</numerusform>
            <numerusform>%n steps in the copy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message numerus="yes">
        <source>%n value(s) will be taken</source>
        <translation>
            <numerusform>%n value will be taken</numerusform>
            <numerusform>%n values will be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) will be left out</source>
        <translation>
            <numerusform>%n line will be left out</numerusform>
            <numerusform>%n lines will be left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n line(s) go into the sketch; Esc leaves all as it is</source>
        <translation>
            <numerusform>%n line goes into the sketch; Esc leaves all as it is</numerusform>
            <numerusform>%n lines go into the sketch; Esc leaves all as it is</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rewording</name>
    <message numerus="yes">
        <source>Replace in %n text(s)</source>
        <translation>
            <numerusform>Replace in %n text</numerusform>
            <numerusform>Replace in %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sizing</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{distance} m: %n sheet(s)</source>
        <translation>
            <numerusform>{distance} m: %n sheet</numerusform>
            <numerusform>{distance} m: %n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), read from {distance} m</source>
        <translation>
            <numerusform>%n row, read from {distance} m</numerusform>
            <numerusform>%n rows, read from {distance} m</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sketch</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message numerus="yes">
        <source>%n cell(s) will be put into the map</source>
        <translation>
            <numerusform>%n cell will be put into the map</numerusform>
            <numerusform>%n cells will be put into the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WallNotes</name>
    <message numerus="yes">
        <source>%n line(s) left out</source>
        <translation>
            <numerusform>%n line left out</numerusform>
            <numerusform>%n lines left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>Bring in %n line</numerusform>
            <numerusform>Bring in %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notes delete %n card(s). Bring them in?</source>
        <translation>
            <numerusform>The notes delete %n card. Bring them in?</numerusform>
            <numerusform>The notes delete %n cards. Bring them in?</numerusform>
        </translation>
    </message>
</context>
</TS>
