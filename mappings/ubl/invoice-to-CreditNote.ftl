<#-- UBL CreditNote: amounts without sign. Model: VatInvoice, PeppolProcess. -->
<#import "parts.ftl" as p>
<#import "billing.ftl" as b>
<@p.document root="CreditNote" customization=b.customization profile=b.profile>
  <cbc:ID>${billed.number}</cbc:ID>
  <cbc:IssueDate>${billed.date.date}</cbc:IssueDate>
  <cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
  <@p.test order=billed.order/>
  <cbc:DocumentCurrencyCode>${billed.currency}</cbc:DocumentCurrencyCode>
  <@b.head/>
  <#list lines as line>
  <@b.line of=line number=line?counter kind="CreditNoteLine" quantity="CreditedQuantity"/>
  </#list>
</@p.document>
