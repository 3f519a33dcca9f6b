<#-- order-confirmed, or order-rejected when nothing of it is accepted. Model: ConfirmedOrder. -->
<#import "parts.ftl" as p>
{
  "event": "${envelope.type}",
  "at": "${envelope.at}",
  "date": "${date}",
  "verdict": "${verdict}",
  <@p.order of=order/>
  "lines": [
  <#list lines as line>
  {
    <@p.item of=line.item number=line.number/>
    "verdict": "${line.verdict}",
    <@p.member name="quantity" value=line.quantity!/>
    <@p.member name="unit" value=line.unit!/>
    "accepted": "${line.accepted}",
    "backordered": "${line.backordered}",
    "rejected": "${line.rejected}",
    <@p.price of=line.price!/>
    "priceChanged": ${line.priceChanged?c},
    "deliveries": [
    <#list line.parts as part>
    {
      "status": "${part.status}",
      "quantity": "${part.quantity}",
      <@p.member name="shipDate" value=(part.ship.date)!/>
      <@p.member name="deliveryDate" value=(part.delivery.date)!/>
      <@p.member name="reason" value=part.reason!/>
      <@p.member name="reasonText" value=part.reasonText!/>
    },
    </#list>
    ],
  },
  </#list>
  ],
}
