<#-- cXML InvoiceDetailRequest (InvoiceDetail.dtd). Model: BilledGoods. A credit note has its amounts below zero. -->
<#import "parts.ftl" as p>
<#assign credit = kind == "credit-note">
<#macro money of><@p.money of=(credit && of?number != 0)?then("-" + of, of) currency=currency/></#macro>
<@p.request dtd="InvoiceDetail" test=order.test>
    <InvoiceDetailRequest>
      <InvoiceDetailRequestHeader invoiceID="${number}" purpose="${credit?then("creditMemo", "standard")}" operation="new" invoiceDate="${date.at}">
        <InvoiceDetailHeaderIndicator/>
        <InvoiceDetailLineIndicator/>
        <#if netDays?? && !credit>
        <PaymentTerm payInNumberOfDays="${netDays}"/>
        </#if>
      </InvoiceDetailRequestHeader>
      <InvoiceDetailOrder>
        <InvoiceDetailOrderInfo>
          <@p.reference of=order/>
        </InvoiceDetailOrderInfo>
        <#if shipmentId??>
        <InvoiceDetailShipNoticeInfo>
          <ShipNoticeReference shipNoticeID="${shipmentId}">
            <DocumentReference payloadID=""/>
          </ShipNoticeReference>
        </InvoiceDetailShipNoticeInfo>
        </#if>
        <#list lines as line>
        <InvoiceDetailItem invoiceLineNumber="${line?counter}" quantity="${credit?then("-", "")}${line.quantity}">
          <UnitOfMeasure>${line.unit!"EA"}</UnitOfMeasure>
          <UnitPrice>
            <@p.money of=(line.price.amount)!"0" currency=currency/>
          </UnitPrice>
          <#if (line.price.per)??>
          <PriceBasisQuantity quantity="${line.price.per}" conversionFactor="1">
            <UnitOfMeasure>${line.price.unit!line.unit!"EA"}</UnitOfMeasure>
          </PriceBasisQuantity>
          </#if>
          <InvoiceDetailItemReference lineNumber="${line.number}">
            <@p.item of=line.item/>
            <#if line.item.description??>
            <Description xml:lang="en">${line.item.description}</Description>
            </#if>
          </InvoiceDetailItemReference>
          <SubtotalAmount>
            <@money of=line.amount/>
          </SubtotalAmount>
        </InvoiceDetailItem>
        </#list>
      </InvoiceDetailOrder>
      <InvoiceDetailSummary>
        <SubtotalAmount>
          <@money of=sums.lines/>
        </SubtotalAmount>
        <Tax>
          <@money of=sums.tax/>
          <Description xml:lang="en">Tax</Description>
          <#list taxes as tax>
          <TaxDetail purpose="tax" category="${((tax.code!)?upper_case == "VAT")?then("vat", tax.code!"other")}"<#if tax.percent??> percentageRate="${tax.percent}"</#if><#if tax.exempt> exemptDetail="exempt"</#if>>
            <#if tax.taxable??>
            <TaxableAmount>
              <@money of=tax.taxable/>
            </TaxableAmount>
            </#if>
            <TaxAmount>
              <@money of=tax.amount/>
            </TaxAmount>
          </TaxDetail>
          </#list>
        </Tax>
        <#if sums.charges != "0">
        <ShippingAmount>
          <@money of=sums.charges/>
        </ShippingAmount>
        </#if>
        <#if sums.allowances != "0">
        <InvoiceDetailDiscount>
          <@money of=sums.allowances/>
        </InvoiceDetailDiscount>
        </#if>
        <NetAmount>
          <@money of=sums.total/>
        </NetAmount>
        <DueAmount>
          <@money of=sums.total/>
        </DueAmount>
      </InvoiceDetailSummary>
    </InvoiceDetailRequest>
</@p.request>
