<#-- order-shipped, a shipment as it was packed. Model: ShippedGoods. -->
<#import "parts.ftl" as p>
<#macro packs of>
"packages": [
<#list of as one>
{
  <@p.member name="type" value=one.type!/>
  <@p.member name="sscc" value=one.sscc!/>
  <@p.member name="tracking" value=one.tracking!/>
  "contents": [<#list one.contents as content>{"lineNumber": "${content.number}", "quantity": "${content.quantity}", <@p.member name="unit" value=content.unit!/>},</#list>],
  <@packs of=one.packages/>
},
</#list>
],
</#macro>
{
  "event": "${envelope.type}",
  "at": "${envelope.at}",
  "date": "${date}",
  "shipmentId": "${shipmentId}",
  "shippedAt": "${shippedAt}",
  "shipDate": "${ships}",
  <@p.member name="deliveryDate" value=(arrives.date)!/>
  <@p.member name="scac" value=scac!/>
  <@p.member name="tracking" value=tracking!/>
  <@p.member name="billOfLading" value=billOfLading!/>
  <@p.order of=order/>
  "lines": [
  <#list lines as line>
  {
    <@p.item of=line.item number=line.number/>
    "quantity": "${line.quantity}",
    <@p.member name="unit" value=line.unit!/>
    <@p.member name="ordered" value=line.ordered!/>
    "status": "${line.status}",
    "lots": [<#list line.lots as lot>"${lot}",</#list>],
    "serials": [<#list line.serials as serial>"${serial}",</#list>],
  },
  </#list>
  ],
  <@packs of=packages/>
}
