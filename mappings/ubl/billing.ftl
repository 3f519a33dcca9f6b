<#-- What UBL's Invoice and CreditNote share. Model: VatInvoice, PeppolProcess. -->
<#import "parts.ftl" as p>
<#assign order = billed.order currency = billed.currency>
<#assign customization = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0" profile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0">
<#-- BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10: what is not taxed says why. -->
<#assign reasons = {"E": "Exempt from VAT", "AE": "Reverse charge", "K": "Intra-community supply", "G": "Export outside the EU", "O": "Not subject to VAT"}>

<#macro money name of><@p.amount name=name of=of currency=currency/></#macro>

<#-- Everything between the currency and the lines. -->
<#macro head>
  <@p.orderReference of=order>
    <@p.element name="SalesOrderID" value=order.salesOrder!/>
  </@p.orderReference>
  <#list billed.originals as one>
  <cac:BillingReference>
    <cac:InvoiceDocumentReference>
      <cbc:ID>${one.number}</cbc:ID>
      <cbc:IssueDate>${one.date}</cbc:IssueDate>
    </cac:InvoiceDocumentReference>
  </cac:BillingReference>
  </#list>
  <#if billed.shipmentId??>
  <cac:DespatchDocumentReference>
    <cbc:ID>${billed.shipmentId}</cbc:ID>
  </cac:DespatchDocumentReference>
  </#if>
  <cac:AccountingSupplierParty>
    <@p.party of=vats?filter(one -> (one.vat.category!) == "O")?has_content?then(order.seller + {"taxId": ""}, order.seller) endpoint=process.us! tax=true/>
  </cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>
    <@p.party of=order.billTo!order.buyer!{"ids": []} endpoint=process.bill! tax=true/>
  </cac:AccountingCustomerParty>
  <#if order.shipTo?? || billed.shippedOn??>
  <cac:Delivery>
    <@p.element name="ActualDeliveryDate" value=billed.shippedOn!/>
    <#if order.shipTo??>
    <@p.location of=order.shipTo/>
    </#if>
  </cac:Delivery>
  </#if>
  <#if billed.netDays??>
  <cac:PaymentTerms>
    <cbc:Note>Net ${billed.netDays} days</cbc:Note>
  </cac:PaymentTerms>
  </#if>
  <#list charges as one>
  <cac:AllowanceCharge>
    <cbc:ChargeIndicator>${(one.charge.type == "charge" || one.charge.type == "service")?c}</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReason>${one.charge.description!one.charge.code!one.charge.type}</cbc:AllowanceChargeReason>
    <@money name="Amount" of=one.charge.amount/>
    <@category name="TaxCategory" of=one.vat/>
  </cac:AllowanceCharge>
  </#list>
  <cac:TaxTotal>
    <@money name="TaxAmount" of=billed.sums.tax/>
    <#list vats as one>
    <cac:TaxSubtotal>
      <@money name="TaxableAmount" of=one.taxable/>
      <@money name="TaxAmount" of=one.tax/>
      <@category name="TaxCategory" of=one.vat why=true/>
    </cac:TaxSubtotal>
    </#list>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <@money name="LineExtensionAmount" of=billed.sums.lines/>
    <@money name="TaxExclusiveAmount" of=billed.sums.net/>
    <@money name="TaxInclusiveAmount" of=billed.sums.total/>
    <@money name="AllowanceTotalAmount" of=billed.sums.allowances/>
    <@money name="ChargeTotalAmount" of=billed.sums.charges/>
    <@money name="PayableAmount" of=billed.sums.total/>
  </cac:LegalMonetaryTotal>
</#macro>

<#macro category name of why=false>
<#if of.category??>
<cac:${name}>
  <cbc:ID>${of.category}</cbc:ID>
  <@p.element name="Percent" value=of.percent!/>
  <#if why && reasons[of.category]??>
  <cbc:TaxExemptionReason>${reasons[of.category]}</cbc:TaxExemptionReason>
  </#if>
  <cac:TaxScheme>
    <cbc:ID>VAT</cbc:ID>
  </cac:TaxScheme>
</cac:${name}>
</#if>
</#macro>

<#macro line of number kind quantity>
  <cac:${kind}>
    <cbc:ID>${number}</cbc:ID>
    <@p.quantity name=quantity of=of.line.quantity unitCode=of.line.unit!/>
    <@money name="LineExtensionAmount" of=of.line.amount/>
    <cac:OrderLineReference>
      <cbc:LineID>${of.line.number}</cbc:LineID>
    </cac:OrderLineReference>
    <@p.item of=of.line.item>
      <@category name="ClassifiedTaxCategory" of=of.vat/>
    </@p.item>
    <@p.price amount=of.price currency=currency per=of.base! unitCode=of.line.unit!/>
  </cac:${kind}>
</#macro>
