<#-- order-invoiced as a table: a row for each line, allowance, charge and tax, and one for the total; their amounts make the total. Model: BilledGoods. -->
<#macro row type line="" item={} description="" quantity="" unit="" price={} rate="" amount="">
<row TYPE="${type}" KIND="${kind}" INVOICE="${number}" DATE="${date.date}" DUE_DATE="${dueDate!}" PO_NUMBER="${order.poNumber}" SALES_ORDER="${order.salesOrder!}" SHIPMENT="${shipmentId!}" TEST="${order.test?then("Y", "")}" LINE="${line}" SKU="${item.vendor!}" CUSTOMER_ITEM="${item.buyer!}" GTIN="${item.gtin!}" DESCRIPTION="${description}" QUANTITY="${quantity}" UNIT="${unit}" PRICE="${price.amount!}" PRICE_PER="${price.per!}" RATE="${rate}" AMOUNT="${amount}" CURRENCY="${currency}"/>
</#macro>
<table>
<#list lines as line>
<@row type="line" line=line.number item=line.item description=line.item.description!"" quantity=line.quantity unit=line.unit!"" price=line.price!{} rate=line.taxRate!"" amount=line.amount/>
</#list>
<#list charges as one>
<@row type=one.type description=one.description!one.code!"" rate=one.percent!"" amount=(one.type == "allowance" || one.type == "promotion")?then("-" + one.amount, one.amount)/>
</#list>
<#list taxes as tax>
<@row type="tax" description=tax.code!"" rate=tax.percent!"" amount=tax.amount/>
</#list>
<@row type="total" amount=sums.total/>
</table>
