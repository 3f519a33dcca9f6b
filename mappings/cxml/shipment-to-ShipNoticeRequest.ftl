<#-- cXML ShipNoticeRequest (Fulfill.dtd). Model: ShippedGoods. -->
<#import "parts.ftl" as p>
<@p.request dtd="Fulfill" test=order.test>
    <ShipNoticeRequest>
      <ShipNoticeHeader shipmentID="${shipmentId}" operation="new" noticeDate="${envelope.at}" shipmentDate="${shippedAt}"<#if arrives??> deliveryDate="${arrives.at}"</#if> shipmentType="actual"/>
      <#if tracking?? || billOfLading??>
      <ShipControl>
        <CarrierIdentifier domain="SCAC">${scac!}</CarrierIdentifier>
        <#if tracking??>
        <ShipmentIdentifier domain="trackingNumber">${tracking}</ShipmentIdentifier>
        </#if>
        <#if billOfLading??>
        <ShipmentIdentifier domain="billOfLading">${billOfLading}</ShipmentIdentifier>
        </#if>
      </ShipControl>
      </#if>
      <ShipNoticePortion>
        <@p.reference of=order/>
        <#list lines as line>
        <ShipNoticeItem quantity="${line.quantity}" lineNumber="${line.number}" shipNoticeLineNumber="${line?counter}">
          <@p.item of=line.item/>
          <UnitOfMeasure>${line.unit!"EA"}</UnitOfMeasure>
          <#list packed(packages, line.number) as pack>
          <Packaging>
            <PackagingCode xml:lang="en">${pack.type!"package"}</PackagingCode>
            <#if pack.sscc??>
            <ShippingContainerSerialCode>${pack.sscc}</ShippingContainerSerialCode>
            </#if>
            <DispatchQuantity quantity="${pack.quantity}">
              <UnitOfMeasure>${line.unit!"EA"}</UnitOfMeasure>
            </DispatchQuantity>
          </Packaging>
          </#list>
          <#list line.lots as lot>
          <Batch>
            <SupplierBatchID>${lot}</SupplierBatchID>
          </Batch>
          </#list>
        </ShipNoticeItem>
        </#list>
      </ShipNoticePortion>
    </ShipNoticeRequest>
</@p.request>
<#-- The packages that hold something of a line, wherever they stand. -->
<#function packed all line>
<#local found = []>
<#list all as pack>
<#list pack.contents?filter(content -> content.number == line) as content>
<#local found = found + [pack + {"quantity": content.quantity}]>
</#list>
<#local found = found + packed(pack.packages, line)>
</#list>
<#return found>
</#function>
