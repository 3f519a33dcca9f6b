package io.quayside.outbound;

import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads a UBL document of ours again before it leaves: its sums must add up, and one by the rules
 * of Peppol must name what those rules want of us and of the partner. Faults carry the ids of the
 * rules (EN 16931 {@code BR-…}, {@code PEPPOL-EN16931-R…}).
 */
final class UblCheck {
  private final Element root;
  private final List<String> faults = new ArrayList<>();

  private UblCheck(Element root) {
    this.root = root;
  }

  static UblCheck read(byte[] bytes, boolean peppol) {
    UblCheck check = new UblCheck(parse(bytes).getDocumentElement());
    String type = check.root.getLocalName();
    boolean bill = type.equals("Invoice") || type.equals("CreditNote");
    if (bill) {
      check.sums(type + "Line");
    }
    if (peppol) {
      check.addresses(bill);
      if (bill) {
        check.billing();
      }
    }
    return check;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * @throws PermanentFailure with every fault, its rule and what to do about it
   */
  void orThrow(String type, TradingPartner partner) {
    if (!faults.isEmpty()) {
      throw new PermanentFailure(
          "%s to %s cannot be sent: %s".formatted(type, partner.id(), String.join("; ", faults)));
    }
  }

  /** BR-CO-10, 13, 14, 15, 16: exact, whatever the rules' own tolerance. */
  private void sums(String line) {
    BigDecimal lines = sum("", line + "/LineExtensionAmount");
    BigDecimal allowances = sum("false", "AllowanceCharge/Amount");
    BigDecimal charges = sum("true", "AllowanceCharge/Amount");
    BigDecimal tax = one("TaxTotal/TaxAmount");
    BigDecimal net = one("LegalMonetaryTotal/TaxExclusiveAmount");
    equal("BR-CO-10", "the lines", lines, one("LegalMonetaryTotal/LineExtensionAmount"));
    equal("BR-CO-13", "lines - allowances + charges", lines.subtract(allowances).add(charges), net);
    equal("BR-CO-15", "net and tax", net.add(tax), one("LegalMonetaryTotal/TaxInclusiveAmount"));
    equal(
        "BR-CO-16",
        "the total",
        one("LegalMonetaryTotal/TaxInclusiveAmount"),
        one("LegalMonetaryTotal/PayableAmount"));
    if (!all("TaxTotal/TaxSubtotal").isEmpty()) {
      equal("BR-CO-14", "the taxes", sum("", "TaxTotal/TaxSubtotal/TaxAmount"), tax);
    }
    for (Element part : all("TaxTotal/TaxSubtotal")) {
      List<Element> percent = all(part, "TaxCategory/Percent");
      if (!percent.isEmpty()) {
        BigDecimal worked =
            number(all(part, "TaxableAmount").get(0))
                .multiply(number(percent.get(0)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
        equal("BR-CO-17", "a tax", worked, number(all(part, "TaxAmount").get(0)));
      }
    }
  }

  private void addresses(boolean bill) {
    String we = bill ? "AccountingSupplierParty" : us();
    String they = bill ? "AccountingCustomerParty" : them();
    wanted(
        we + "/Party/EndpointID",
        bill ? "PEPPOL-EN16931-R020" : "PEPPOL-COMMON",
        "our electronic address is not known",
        "Add we: {scheme: ubl, qualifier: \"0088\", value: …} to the partner file");
    wanted(
        they + "/Party/EndpointID",
        bill ? "PEPPOL-EN16931-R010" : "PEPPOL-COMMON",
        "the buyer's electronic address is not known",
        "Add {scheme: ubl, qualifier: \"0088\", value: …} to the partner's identifiers");
  }

  private String us() {
    return all("SellerSupplierParty").isEmpty() ? "DespatchSupplierParty" : "SellerSupplierParty";
  }

  private String them() {
    return all("DeliveryCustomerParty").isEmpty() ? "BuyerCustomerParty" : "DeliveryCustomerParty";
  }

  private void billing() {
    wanted(
        "AccountingSupplierParty/Party/PostalAddress/Country/IdentificationCode",
        "BR-09",
        "our country is not known",
        "Set quayside.company.address.country");
    wanted(
        "AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode",
        "BR-11",
        "the order does not say the buyer's country",
        "Ask the buyer to name its address in the order");
    wanted(
        "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName",
        "BR-07",
        "the order does not say the buyer's name",
        "Ask the buyer to name itself in the order");
    wanted(
        "TaxTotal/TaxSubtotal/TaxCategory/ID",
        "BR-CO-18",
        "the tax booked is not what the VAT rates of its lines make",
        "Correct it in accounting: each line's rate over its amount, rounded by rate");
    boolean due =
        !all("DueDate").isEmpty()
            || !all("PaymentTerms").isEmpty()
            || root.getLocalName().equals("CreditNote");
    if (!due) {
      faults.add(
          "it does not say when it is due (BR-CO-25). Set agreement.netDays, or a due date in accounting");
    }
    boolean untaxed =
        all("TaxTotal/TaxSubtotal/TaxCategory/ID").stream()
            .allMatch(category -> category.getTextContent().equals("O"));
    if (!untaxed) {
      wanted(
          "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID",
          "BR-S-02",
          "our VAT number is not known",
          "Set quayside.company.tax-id");
    }
  }

  private void wanted(String path, String rule, String words, String remedy) {
    if (all(path).isEmpty()) {
      faults.add("%s (%s). %s".formatted(words, rule, remedy));
    }
  }

  private void equal(String rule, String what, BigDecimal worked, BigDecimal said) {
    if (worked.compareTo(said) != 0) {
      faults.add(
          "%s come to %s, but it says %s (%s). Correct it in accounting"
              .formatted(what, worked.toPlainString(), said.toPlainString(), rule));
    }
  }

  private BigDecimal one(String path) {
    return sum("", path);
  }

  /** The sum of a path; of allowances or charges, those with that ChargeIndicator. */
  private BigDecimal sum(String indicator, String path) {
    return all(path).stream()
        .filter(
            amount ->
                indicator.isEmpty()
                    || all((Element) amount.getParentNode(), "ChargeIndicator").stream()
                        .anyMatch(one -> one.getTextContent().equals(indicator)))
        .map(UblCheck::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Element> all(String path) {
    return all(root, path);
  }

  private static List<Element> all(Element from, String path) {
    List<Element> found = List.of(from);
    for (String name : path.split("/")) {
      List<Element> next = new ArrayList<>();
      for (Element one : found) {
        for (Node child = one.getFirstChild(); child != null; child = child.getNextSibling()) {
          if (child instanceof Element element && name.equals(element.getLocalName())) {
            next.add(element);
          }
        }
      }
      found = next;
    }
    return found;
  }

  private static BigDecimal number(Element element) {
    return new BigDecimal(element.getTextContent().strip());
  }

  private static Document parse(byte[] bytes) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("What was just written does not read", e);
    }
  }
}
