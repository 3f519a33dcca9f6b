<#-- order-shipped as a table: one row for each line of the shipment. Model: ShippedGoods. -->
<table>
<#list lines as line>
<row SHIPMENT="${shipmentId}" PO_NUMBER="${order.poNumber}" RELEASE="${order.release!}" SALES_ORDER="${order.salesOrder!}" TEST="${order.test?then("Y", "")}" SHIP_DATE="${ships}" DELIVERY_DATE="${(arrives.date)!}" CARRIER="${scac!}" TRACKING="${tracking!}" BILL_OF_LADING="${billOfLading!}" LINE="${line.number}" SKU="${line.item.vendor!}" CUSTOMER_ITEM="${line.item.buyer!}" GTIN="${line.item.gtin!}" SHIPPED="${line.quantity}" UNIT="${line.unit!}" ORDERED="${line.ordered!}" STATUS="${line.status!}" LOTS="${line.lots?join(" ")}" SERIALS="${line.serials?join(" ")}" PACKAGES="${packed(packages, line.number)?join(" ")}"/>
</#list>
</table>
<#-- The SSCCs of the packages that hold something of a line. -->
<#function packed all line>
<#local found = []>
<#list all as pack>
<#if pack.sscc?? && pack.contents?filter(content -> content.number == line)?size gt 0>
<#local found = found + [pack.sscc]>
</#if>
<#local found = found + packed(pack.packages, line)>
</#list>
<#return found>
</#function>
