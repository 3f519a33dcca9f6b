package io.quayside.order.canonical;

/** An allowance or charge. SAC*A*F340***1000****02~ */
public record AllowanceOrCharge(
    String type,
    String code,
    String amount,
    String percent,
    String rate,
    String quantity,
    String handling,
    String handlingCode,
    String description) {}
