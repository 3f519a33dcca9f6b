<#-- An accepted order for an ERP in fixed columns: elements are the layout's records, attributes its fields. Model: ExportedOrder. -->
<file>
<OH po-number="${order.poNumber}" po-date="${order.poDate!}" sales-order="${confirmed.order.salesOrder}" buyer-code="${customer}" currency="${confirmed.order.currency}" action="${action?upper_case}" revision="${revision?c}"/>
<#if order.shipTo??>
<OP ship-to-code="${(order.shipTo.ids[0].value)!}" ship-to-name="${order.shipTo.name!}" ship-to-street="${(order.shipTo.address.lines[0])!}" ship-to-city="${(order.shipTo.address.city)!}" ship-to-region="${(order.shipTo.address.region)!}" ship-to-postal-code="${(order.shipTo.address.postalCode)!}" ship-to-country="${(order.shipTo.address.country)!}"/>
</#if>
<#assign count = 0>
<#list confirmed.lines as line>
<#if wanted[line?index] != "0">
<#assign count = count + 1>
<OL line-number="${line.number}" vendor-item="${line.item.sku!line.item.vendor!}" quantity="${wanted[line?index]}" unit="${line.unit!}" price="${(line.price.amount)!}" price-per="${(line.price.per)!"1"}" requested-ship="${(line.parts?filter(part -> part.ship??)?first.ship.date)!}" description="${line.item.description!}"/>
</#if>
</#list>
<OT line-count="${count}"/>
</file>
