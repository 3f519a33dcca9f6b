<#-- EDIFACT ORDRSP, purchase order response. Model: OrderResponse. -->
<#import "parties.ftl" as p>
<edifact-ORDRSP>
  <BGM BGM01="231" BGM02="${number}" BGM03="${purpose!function}"/>
  <@p.day of=date code="137"/>
  <RFF RFF0101="ON" RFF0102="${poNumber}"/>
  <#if poDate??><@p.day of=poDate code="171"/></#if>
  <@p.references of=references/>
  <@p.loops of=parties/>
  <#if currency??><CUX CUX0101="2" CUX0102="${currency}" CUX0103="9"/></#if>
  <#list lines as line>
  <@p.item of=line.item number=line.number action=line.action/>
  <#if line.ordered??><@p.quantity of=line.ordered code="21" unit=line.unit!/></#if>
  <#if line.deliver??><@p.quantity of=line.deliver code="113" unit=line.unit!/></#if>
  <#if line.waiting??><@p.quantity of=line.waiting code="83" unit=line.unit!/></#if>
  <#if line.date??><@p.day of=line.date code="67"/></#if>
  <#if line.missing??><QVR QVR0101="${line.missing}" QVR0102="21" QVR0301="${line.reason!}"/></#if>
  <#if line.price??><@p.price of=line.price/></#if>
  <@p.references of=line.references/>
  <#list line.parts as part>
  <SCC SCC01="1"/>
  <@p.quantity of=part.quantity code="11" unit=line.unit!/>
  <#if part.date??><@p.day of=part.date code="67"/></#if>
  </#list>
  </#list>
  <UNS UNS01="S"/>
  <CNT CNT0101="2" CNT0102="${lines?size?c}"/>
</edifact-ORDRSP>
