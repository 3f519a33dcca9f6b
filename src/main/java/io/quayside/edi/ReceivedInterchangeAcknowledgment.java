package io.quayside.edi;

/**
 * A partner's TA1 about one interchange of ours.
 *
 * <pre>TA1*000000905*261120*1000*A*000~</pre>
 *
 * @param controlNumber TA101, our ISA13
 * @param date TA102, our ISA09
 * @param time TA103, our ISA10
 * @param verdict TA104
 * @param code TA105
 * @param sentence in plain words
 */
public record ReceivedInterchangeAcknowledgment(
    String controlNumber,
    String date,
    String time,
    Verdict verdict,
    String code,
    String sentence) {}
