<#-- order-invoiced, an invoice or credit note as it was booked. Model: BilledGoods. -->
<#import "parts.ftl" as p>
{
  "event": "${envelope.type}",
  "at": "${envelope.at}",
  "kind": "${kind}",
  "number": "${number}",
  "date": "${date.date}",
  <@p.member name="dueDate" value=dueDate!/>
  <@p.member name="shipmentId" value=shipmentId!/>
  <@p.member name="shipDate" value=shippedOn!/>
  <@p.order of=order/>
  <@p.party of=(order.billTo)! role="billTo"/>
  "lines": [
  <#list lines as line>
  {
    <@p.item of=line.item number=line.number/>
    "quantity": "${line.quantity}",
    <@p.member name="unit" value=line.unit!/>
    <@p.price of=line.price!/>
    "amount": "${line.amount}",
    <@p.member name="taxRate" value=line.taxRate!/>
  },
  </#list>
  ],
  "allowancesAndCharges": [
  <#list charges as one>
  {"type": "${one.type}", <@p.member name="code" value=one.code!/><@p.member name="percent" value=one.percent!/>"amount": "${one.amount}", <@p.member name="description" value=one.description!/>},
  </#list>
  ],
  "taxes": [
  <#list taxes as tax>
  {<@p.member name="code" value=tax.code!/><@p.member name="rate" value=tax.percent!/>"exempt": ${tax.exempt?c}, <@p.member name="taxable" value=tax.taxable!/>"amount": "${tax.amount}"},
  </#list>
  ],
  "totals": {
    "lines": "${sums.lines}",
    "charges": "${sums.charges}",
    "allowances": "${sums.allowances}",
    "net": "${sums.net}",
    "tax": "${sums.tax}",
    "total": "${sums.total}",
  },
}
