<#-- An accepted order for an ERP, one row a line; the attributes are the columns. Model: ExportedOrder. -->
<table>
<#list confirmed.lines as line>
<#assign sent = order.lines[line?index] place = sent.shipTo!order.shipTo!{}>
<row SALES_ORDER="${confirmed.order.salesOrder}" CUSTOMER="${customer}" PO_NUMBER="${order.poNumber}" PO_DATE="${order.poDate!}" LINE="${line.number}" SKU="${line.item.sku!line.item.vendor!}" CUSTOMER_ITEM="${line.item.buyer!}" DESCRIPTION="${line.item.description!}" ORDERED="${line.quantity!}" ACCEPTED="${line.accepted}" BACKORDERED="${line.backordered}" UNIT="${line.unit!}" PRICE="${(line.price.amount)!}" PRICE_PER="${(line.price.per)!"1"}" CURRENCY="${confirmed.order.currency}" SHIP_DATE="${(line.parts?filter(part -> part.ship??)?first.ship.date)!}" SHIP_TO="${(place.ids[0].value)!}" NAME="${place.name!}" STREET="${(place.address.lines[0])!}" CITY="${(place.address.city)!}" REGION="${(place.address.region)!}" POSTAL_CODE="${(place.address.postalCode)!}" COUNTRY="${(place.address.country)!}" ACTION="${action?upper_case}" REVISION="${revision?c}"/>
</#list>
</table>
