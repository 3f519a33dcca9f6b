<#-- UBL Invoice. Model: VatInvoice, PeppolProcess. -->
<#import "parts.ftl" as p>
<#import "billing.ftl" as b>
<@p.document root="Invoice" customization=b.customization profile=b.profile>
  <cbc:ID>${billed.number}</cbc:ID>
  <cbc:IssueDate>${billed.date.date}</cbc:IssueDate>
  <@p.element name="DueDate" value=billed.dueDate!/>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <@p.test order=billed.order/>
  <cbc:DocumentCurrencyCode>${billed.currency}</cbc:DocumentCurrencyCode>
  <@b.head/>
  <#list lines as line>
  <@b.line of=line number=line?counter kind="InvoiceLine" quantity="InvoicedQuantity"/>
  </#list>
</@p.document>
