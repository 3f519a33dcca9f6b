<#-- cXML ConfirmationRequest (Fulfill.dtd). Model: ConfirmedOrder. A header of accept or reject speaks for all lines, so lines stand in a detail alone. -->
<#import "parts.ftl" as p>
<#assign days = lines?filter(line -> line.from??)?size gt 0>
<#assign type = {"accepted": days?then("detail", "accept"), "changed": "detail", "rejected": "reject"}[verdict]>
<#assign status = {"accepted": "accept", "backordered": "backordered", "rejected": "reject", "cancelled": "reject"}>
<@p.request dtd="Fulfill" test=order.test>
    <ConfirmationRequest>
      <ConfirmationHeader confirmID="${number}" operation="${(envelope.previous??)?then("update", "new")}" type="${type}" noticeDate="${envelope.at}">
        <#if envelope.previous??>
        <DocumentReference payloadID="${envelope.previous}"/>
        </#if>
        <#if type == "reject">
        <#list lines as line><#list line.parts?filter(part -> part.reasonText??) as part>
        <Comments xml:lang="en">Line ${line.number}: ${part.reasonText}</Comments>
        </#list></#list>
        </#if>
      </ConfirmationHeader>
      <@p.reference of=order/>
      <#if type == "detail">
      <#list lines as line>
      <ConfirmationItem lineNumber="${line.number}" quantity="${line.quantity!"0"}">
        <UnitOfMeasure>${line.unit!"EA"}</UnitOfMeasure>
        <#list line.parts as part>
        <#assign changed = part.status == "accepted" && line.priceChanged && line.price??>
        <ConfirmationStatus quantity="${part.quantity}" type="${changed?then("detail", status[part.status])}"<#if part.ship??> shipmentDate="${part.ship.at}"</#if><#if part.delivery??> deliveryDate="${part.delivery.at}"</#if>>
          <UnitOfMeasure>${line.unit!"EA"}</UnitOfMeasure>
          <#if changed>
          <UnitPrice>
            <@p.money of=line.price.amount currency=order.currency/>
          </UnitPrice>
          </#if>
          <#if part.reasonText?? || part.reason??>
          <Comments xml:lang="en">${part.reasonText!part.reason}</Comments>
          </#if>
        </ConfirmationStatus>
        <#else>
        <ConfirmationStatus quantity="${line.quantity!"0"}" type="reject">
          <UnitOfMeasure>${line.unit!"EA"}</UnitOfMeasure>
        </ConfirmationStatus>
        </#list>
      </ConfirmationItem>
      </#list>
      </#if>
    </ConfirmationRequest>
</@p.request>
