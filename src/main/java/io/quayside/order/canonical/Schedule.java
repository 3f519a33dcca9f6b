package io.quayside.order.canonical;

/** One delivery of a line: when, where, how much. SCH*40*EA***002*20261201~ */
public record Schedule(
    String id, String quantity, String unit, Dates dates, PartyId location, Party shipTo) {}
