<#-- order-confirmed as a table: one row for each part of a line, whatever was decided about it. Model: ConfirmedOrder. -->
<table>
<#list lines as line>
<#list line.parts as part>
<row PO_NUMBER="${order.poNumber}" RELEASE="${order.release!}" SALES_ORDER="${order.salesOrder!}" DATE="${date}" TEST="${order.test?then("Y", "")}" VERDICT="${verdict}" LINE="${line.number}" SKU="${line.item.vendor!}" CUSTOMER_ITEM="${line.item.buyer!}" GTIN="${line.item.gtin!}" ORDERED="${line.quantity!}" UNIT="${line.unit!}" STATUS="${part.status}" QUANTITY="${part.quantity}" PRICE="${(line.price.amount)!}" PRICE_PER="${(line.price.per)!"1"}" PRICE_CHANGED="${line.priceChanged?then("Y", "")}" CURRENCY="${order.currency}" SHIP_DATE="${(part.ship.date)!}" DELIVERY_DATE="${(part.delivery.date)!}" REASON="${part.reasonText!part.reason!}"/>
</#list>
</#list>
</table>
